import { asText } from '../../cases/as-text.ts';
import type { SchemaCase } from '../../cases/breaks/schema-case.ts';
import { listSchemaCases } from '../../cases/breaks/schema-cases.ts';
import { type Constraint, REASONS, type UnbrokenRule } from '../../cases/case.ts';
import type { PlanTools } from '../../cases/case-tools.ts';
import { writeMedia } from '../../cases/write-body.ts';
import { writeField } from '../../contract/example/write-value.ts';
import type { HeaderSpec, Media, Operation, ResponseSpec } from '../../contract/model/contract.ts';
import { isRange, nameType } from '../../contract/model/media-range.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import { chooseStatus, chooseUndeclared } from './choose-status.ts';
import type { Derived } from './derived.ts';
import type { ProvedResponse, ResponseMessage } from './message.ts';

const UNKNOWN_TYPE = 'application/x-unknown';

/** Lists the answers of an operation that its contract allows and forbids, by status and media type. */
export async function listResponses(operation: Operation, tools: PlanTools): Promise<Derived> {
  const all = await Promise.all(
    operation.responses.map((spec) => listOfStatus(operation, spec, tools)),
  );
  return {
    messages: [...listUndeclared(operation, all), ...all.flatMap(({ messages }) => messages)],
    unbroken: all.flatMap(({ unbroken }) => unbroken),
  };
}

interface StatusMessages extends Derived {
  readonly messages: readonly ResponseMessage[];
}

async function listOfStatus(
  operation: Operation,
  spec: ResponseSpec,
  tools: PlanTools,
): Promise<StatusMessages> {
  const status = chooseStatus(spec.status, operation);
  const bodies = operation.method === 'head' ? [] : spec.content;
  const unbroken: UnbrokenRule[] = [];
  const tell = (constraint: Constraint, reason: string, at = '') =>
    unbroken.push({
      constraint,
      where: `answer ${spec.status} ${constraint.in}${at === '' ? '' : ` ${at}`}`,
      reason,
    });
  if (status === undefined || spec.flaw !== undefined) {
    const reason = spec.flaw?.problem ?? 'no status is left for it';
    tell({ in: 'status', pointer: operation.pointer, keyword: 'status' }, reason);
    return { messages: [], unbroken };
  }
  const headers = writeHeaders(spec, tools);
  const message = (part: MessagePart): ResponseMessage => ({
    direction: 'response',
    operation,
    declared: spec.status,
    isAllowed: part.constraint === undefined,
    pointer: '',
    ...part,
    title: `answer ${spec.status}${part.title === '' ? '' : ` ${part.title}`}`,
    response: { status, headers, ...part.response },
  });
  const place = `${operation.pointer}/responses/${spec.status}`;
  if (bodies.length === 0) {
    const base = message({ title: '', response: {} });
    return {
      messages: [
        base,
        ...listHeaders(spec, base, tools, tell),
        ...(operation.method === 'head' ? [] : [message(withBody(place))]),
      ],
      unbroken,
    };
  }
  const made = await Promise.all(
    bodies.map((media) => listOfMedia(operation, media, message, tools, tell)),
  );
  const [base] = made.flat();
  return {
    messages: [
      ...made.flat(),
      ...(base === undefined ? [] : listHeaders(spec, base, tools, tell)),
      ...(base === undefined || bodies.some(({ type }) => isRange(type))
        ? []
        : [
            message({
              title: `in ${UNKNOWN_TYPE}`,
              constraint: { in: 'header', pointer: `${place}/content`, keyword: 'mediaType' },
              pointer: '/content-type',
              response: { ...base.response, mediaType: UNKNOWN_TYPE },
            }),
          ]),
    ],
    unbroken,
  };
}

type MessagePart = Pick<ResponseMessage, 'title'> &
  Partial<Pick<ResponseMessage, 'isAllowed' | 'pointer' | 'constraint'>> & {
    readonly response: Partial<ProvedResponse>;
  };

type Tell = (constraint: Constraint, reason: string, at?: string) => void;

function withBody(place: string): MessagePart {
  return {
    title: 'with a body',
    constraint: { in: 'body', pointer: place, keyword: 'content' },
    response: { mediaType: 'application/json', body: {}, written: '{}' },
  };
}

async function listOfMedia(
  operation: Operation,
  media: Media,
  message: (part: MessagePart) => ResponseMessage,
  tools: PlanTools,
  tell: Tell,
): Promise<ResponseMessage[]> {
  const { schema, examples } = media;
  const documented = examples.map(({ value }) => value);
  const valid = schema === undefined ? (documented[0] ?? {}) : tools.findAnswer(schema, documented);
  const mediaType = isRange(media.type) ? nameType(media.type, valid) : media.type;
  const write = (body: unknown): Partial<ProvedResponse> | undefined => {
    const written = tryWrite(media, mediaType, body, tools);
    return written === undefined ? undefined : { mediaType, body, written };
  };
  const response = valid === undefined ? undefined : write(valid);
  if (response === undefined) {
    const pointer = schema?.pointer ?? operation.pointer;
    const reason = valid === undefined ? REASONS.noValue : `${mediaType} is not written`;
    tell({ in: 'body', pointer, keyword: 'schema' }, reason);
    return [];
  }
  const base = message({ title: mediaType, response });
  if (schema === undefined) return [base];
  const { breaks, edges, underivable } = listSchemaCases(
    schema,
    valid,
    tools.schemaTools('response'),
  );
  const title = ({ at, what }: SchemaCase) => `${mediaType} body${at && ` ${at}`} ${what}`;
  const messages: ResponseMessage[] = [base];
  for (const { rule, at } of underivable) tell({ in: 'body', ...rule }, REASONS.noBreak, at);
  for (const one of [...edges, ...breaks]) {
    const isAllowed = edges.includes(one);
    const constraint: Constraint = { in: 'body', ...one.rule };
    const said = write(one.value);
    if (said === undefined || (await isBroken(media, mediaType, said, tools)) === isAllowed) {
      if (!isAllowed) tell(constraint, `${mediaType} cannot say it`, one.at);
      continue;
    }
    messages.push(
      message({ title: title(one), isAllowed, pointer: one.at, constraint, response: said }),
    );
  }
  return messages;
}

/** Reads back what was written, as another media type than JSON may not carry a violation; a second validator says what it is then. */
async function isBroken(
  media: Media,
  mediaType: string,
  { body, written }: Partial<ProvedResponse>,
  { checks, oracle }: PlanTools,
): Promise<boolean> {
  if (media.schema === undefined || written === undefined) return false;
  if (bodyFormat(mediaType) === 'json') return oracle(media.schema, body, 'response').length > 0;
  try {
    const text = new Response(written);
    const type = typeof written === 'string' ? mediaType : (text.headers.get('content-type') ?? '');
    const read = await checks.decodeBody(new Uint8Array(await text.arrayBuffer()), media, type);
    return oracle(media.schema, toPlain(read), 'response').length > 0;
  } catch {
    return true;
  }
}

function tryWrite(media: Media, type: string, value: unknown, { resolve }: PlanTools) {
  try {
    return writeMedia({ ...media, type }, value, resolve);
  } catch {
    return undefined;
  }
}

function writeHeaders({ headers }: ResponseSpec, { findAnswer }: PlanTools) {
  const written = headers.flatMap((header): [string, string][] => {
    const value = findAnswer(header.schema, [header.example]);
    return value === undefined ? [] : [[header.name, writeField(header, value)]];
  });
  return Object.fromEntries(written);
}

/** Lists what breaks the rules of the headers of an answer. */
function listHeaders(
  { headers, status }: ResponseSpec,
  base: ResponseMessage,
  tools: PlanTools,
  tell: Tell,
): ResponseMessage[] {
  return headers.flatMap((header) => {
    const { name, required, schema, example } = header;
    const pointer = `/${name}`;
    const change = (
      what: string,
      isAllowed: boolean,
      constraint: Constraint,
      text: string | undefined,
    ): ResponseMessage => {
      const others = Object.entries(base.response.headers).filter(([key]) => key !== name);
      const changed = text === undefined ? others : [...others, [name, text]];
      const response = { ...base.response, headers: Object.fromEntries(changed) };
      const title = `answer ${status} header ${name} ${what}`;
      return { ...base, title, isAllowed, pointer, constraint, response };
    };
    const missing = change(
      'left out',
      !required,
      { in: 'header', pointer: schema.pointer, keyword: 'required' },
      undefined,
    );
    const valid = tools.findAnswer(schema, [example]);
    if (valid === undefined) {
      tell({ in: 'header', pointer: schema.pointer, keyword: 'schema' }, REASONS.noValue, pointer);
      return [missing];
    }
    return [missing, ...listValues(header, valid, change, tools, tell)];
  });
}

function listValues(
  header: HeaderSpec,
  valid: unknown,
  change: (
    what: string,
    isAllowed: boolean,
    constraint: Constraint,
    text: string,
  ) => ResponseMessage,
  tools: PlanTools,
  tell: Tell,
): ResponseMessage[] {
  const textTools = asText(tools.schemaTools('response'), header, tools.resolve);
  const { breaks, edges, underivable } = listSchemaCases(header.schema, valid, textTools);
  for (const { rule } of underivable)
    tell({ in: 'header', ...rule }, REASONS.noBreak, `/${header.name}`);
  return [...edges, ...breaks].flatMap((one) => {
    const isAllowed = edges.includes(one);
    const constraint: Constraint = { in: 'header', ...one.rule };
    const text = one.value === null ? '' : writeField(header, one.value);
    if (text !== '' && /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/.test(text))
      return [change(one.what, isAllowed, constraint, text)];
    if (!isAllowed) tell(constraint, REASONS.unsaid, `/${header.name}${one.at}`);
    return [];
  });
}

/** An answer with a status that the contract does not have, otherwise as one that it has. */
function listUndeclared(operation: Operation, all: readonly StatusMessages[]): ResponseMessage[] {
  const status = chooseUndeclared(operation);
  const base = all
    .flatMap(({ messages }) => messages)
    .find(({ constraint }) => constraint === undefined);
  if (status === undefined || base === undefined) return [];
  return [
    {
      ...base,
      title: `answer ${status}, which is not declared`,
      isAllowed: false,
      constraint: {
        in: 'status',
        pointer: `${operation.pointer}/responses`,
        keyword: 'status',
      },
      declared: String(status),
      response: { ...base.response, status },
    },
  ];
}
