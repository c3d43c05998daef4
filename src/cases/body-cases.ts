import type { Example, Media, Operation } from '../contract/model/contract.ts';
import { isRange } from '../contract/model/media-range.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import { asForm } from './as-text.ts';
import type { SchemaCase } from './breaks/schema-case.ts';
import { listSchemaCases } from './breaks/schema-cases.ts';
import { type Case, type CaseRequest, REASONS, type ReportUnbroken } from './case.ts';
import type { PlanTools } from './case-tools.ts';
import { withoutBody } from './change-request.ts';
import { writeMedia } from './write-body.ts';

const UNKNOWN_TYPE = 'application/x-unknown';

/** Lists the documented bodies of an operation, what breaks the rules of its bodies, and what just keeps them. */
export function listBodyCases(
  operation: Operation,
  base: CaseRequest,
  tools: PlanTools,
  report: ReportUnbroken = () => {},
): Case[] {
  const { body } = operation;
  if (body === undefined) return [];
  return [
    ...(body.required ? [listNone(operation, base)] : []),
    ...body.content.flatMap((media) => listMediaCases(operation, media, base, tools, report)),
    ...listOtherTypes(operation, base),
  ];
}

function listNone(operation: Operation, base: CaseRequest): Case {
  return {
    kind: 'violation',
    operation,
    title: 'body left out',
    request: withoutBody(base),
    isAllowed: false,
    where: 'body',
    constraint: { in: 'body', pointer: `${operation.pointer}/requestBody`, keyword: 'required' },
  };
}

function listMediaCases(
  operation: Operation,
  media: Media,
  base: CaseRequest,
  tools: PlanTools,
  report: ReportUnbroken,
): Case[] {
  const { schema, examples } = media;
  const mediaType = isRange(media.type) ? 'application/json' : media.type;
  const isForm = ['form', 'multipart'].includes(bodyFormat(mediaType));
  const isOne = operation.body?.content.length === 1;
  const where = isOne ? 'body' : `body ${mediaType}`;
  const write = (value: unknown): CaseRequest | undefined => {
    const written = tryWrite(media, value, tools);
    return written === undefined ? undefined : { ...base, body: value, mediaType, written };
  };
  const tell = ({ rule, at }: Pick<SchemaCase, 'rule' | 'at'>, reason: string) =>
    report({ constraint: { in: 'body', ...rule }, where: `${where} ${at}`.trimEnd(), reason });
  const toCase = (one: SchemaCase, isAllowed: boolean): Case[] => {
    const request = write(one.value);
    const place = `${where} ${one.at}`.trimEnd();
    if (request === undefined) {
      if (!isAllowed) tell(one, `${mediaType} cannot say it`);
      return [];
    }
    return [
      {
        kind: isAllowed ? 'boundary' : 'violation',
        operation,
        title: `${place} ${one.what}`,
        request,
        isAllowed,
        where: place,
        at: one.at,
        constraint: { in: 'body', ...one.rule },
      },
    ];
  };
  const valid =
    schema &&
    tools.find(
      schema,
      examples.map(({ value }) => value),
    );
  const documented = examples.flatMap((example) => listExample(operation, example, where, write));
  if (schema !== undefined && valid === undefined) {
    tell({ rule: { pointer: schema.pointer, keyword: 'schema' }, at: '' }, REASONS.noValue);
  }
  if (schema === undefined || valid === undefined) return documented;
  const plain = tools.schemaTools('request');
  const schemaTools = isForm ? asForm(plain, schema, tools.resolve) : plain;
  const { breaks, edges, underivable } = listSchemaCases(schema, valid, schemaTools);
  for (const rule of underivable) tell(rule, REASONS.noBreak);
  return [
    ...documented,
    ...edges.flatMap((one) => toCase(one, true)),
    // A form cannot say null, and servers take an empty field for one that was left out.
    ...breaks
      .filter(({ rule }) => !isForm || rule.detail !== 'null')
      .flatMap((one) => toCase(one, false)),
    ...listUnparsable(operation, mediaType, where, write(valid)),
  ];
}

function listExample(
  operation: Operation,
  { key, value }: Example,
  where: string,
  write: (value: unknown) => CaseRequest | undefined,
): Case[] {
  const request = write(value);
  if (request === undefined) return [];
  const title = `${where} as in the example ${key}`;
  return [{ kind: 'example', operation, title, request, isAllowed: true, where }];
}

function listUnparsable(
  operation: Operation,
  mediaType: string,
  where: string,
  request: CaseRequest | undefined,
): Case[] {
  if (request === undefined || bodyFormat(mediaType) !== 'json') return [];
  return [
    {
      kind: 'violation',
      operation,
      title: `${where} that is no JSON`,
      request: { ...request, written: '{"unclosed": ' },
      isAllowed: false,
      where,
      constraint: { in: 'body', pointer: `${operation.pointer}/requestBody`, keyword: 'syntax' },
    },
  ];
}

function listOtherTypes(operation: Operation, base: CaseRequest): Case[] {
  const { content = [] } = operation.body ?? {};
  const { written } = base;
  if (typeof written !== 'string' || content.some(({ type }) => isRange(type))) return [];
  return [
    {
      kind: 'media-type',
      operation,
      title: `body in ${UNKNOWN_TYPE}`,
      request: { ...base, mediaType: UNKNOWN_TYPE },
      isAllowed: false,
      where: 'header content-type',
      constraint: {
        in: 'header',
        pointer: `${operation.pointer}/requestBody/content`,
        keyword: 'mediaType',
      },
    },
  ];
}

function tryWrite(media: Media, value: unknown, { resolve }: PlanTools) {
  try {
    return writeMedia(media, value, resolve);
  } catch {
    return undefined;
  }
}
