import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { Contract, Media, Operation, Parameter } from '../model/contract.ts';
import { isReserved } from '../model/is-reserved.ts';
import { escapeToken } from '../model/json-cursor.ts';
import { isRange } from '../model/media-range.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { RequestRule } from './request-rule.ts';
import { walkSchema } from './walk-schema.ts';

/**
 * Lists the rules that requests of an operation may break, each under its place: of credentials, parameters and bodies. Rules of
 * `if`, `not` and the choice between forms are not among them, but those of each form are.
 */
export function listRequestRules(contract: Contract, operation: Operation): readonly RequestRule[] {
  return rulesOf(contract)(operation);
}

const rulesOf = memoizePerObject((contract: Contract) =>
  memoizePerObject((operation: Operation) => listRules(contract, operation)),
);

function listRules({ document }: Contract, operation: Operation): readonly RequestRule[] {
  const { parameters, body } = operation;
  const rules = [
    ...listCredentials(operation),
    ...parameters.flatMap((parameter) => listOfParameter(document, parameter)),
    ...(body === undefined ? [] : listOfBody(document, operation, body.content)),
  ];
  return [...Map.groupBy(rules, ({ name }) => name).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    return [{ ...first, sources: [...new Set(alike.flatMap(({ sources }) => sources))] }];
  });
}

/** A certificate is no part of a request, so that its lack cannot be seen. */
function listCredentials({ security, pointer }: Operation): RequestRule[] {
  const isOpen = security.some((all) => all.every(({ type }) => type === 'mutualTLS'));
  if (security.length === 0 || isOpen) return [];
  const source = `${pointer}/security security`;
  const sources = [`${source} none`, `${source} wrong`];
  return [{ name: 'credentials', in: 'header', at: [], keyword: 'security', sources }];
}

function listOfParameter(document: object, parameter: Parameter): RequestRule[] {
  const { name, in: place, required, schema } = parameter;
  if (place === 'querystring' || isReserved(parameter)) return [];
  const about = { in: place, parameter: name };
  const missing = {
    ...about,
    name: `${place} ${name} required`,
    at: [],
    keyword: 'required',
    sources: [`${schema.pointer} required`],
  };
  const writing = parameter.mediaType === undefined ? 'text' : 'json';
  const found = walkSchema(document, schema, writing)
    // A path with an empty segment is another path.
    .filter(({ at, keyword }) => place !== 'path' || at.length > 0 || !isShortest(schema, keyword))
    .map((rule) => ({
      ...rule,
      ...about,
      name: `${place} ${name}${toPointer(rule.at)} ${rule.keyword}`,
    }));
  return [...(required && place !== 'path' ? [missing] : []), ...found];
}

function isShortest({ schema }: Parameter['schema'], keyword: string): boolean {
  return keyword === 'minLength' && typeof schema === 'object' && schema.minLength === 1;
}

function listOfBody(
  document: object,
  { pointer, body }: Operation,
  content: readonly Media[],
): RequestRule[] {
  const at = `${pointer}/requestBody`;
  const about = { in: 'body', at: [] } as const;
  const toRule = (keyword: string, source: string): RequestRule => ({
    ...about,
    name: `body ${keyword}`,
    keyword,
    sources: [source],
  });
  const isJson = content.some(({ type }) => bodyFormat(type) === 'json');
  const isClosed = content.length > 0 && !content.some(({ type }) => isRange(type));
  return [
    ...(body?.required === true ? [toRule('required', `${at} required`)] : []),
    ...(isJson ? [toRule('syntax', `${at} syntax`)] : []),
    ...(isClosed ? [toRule('mediaType', `${at}/content mediaType`)] : []),
    ...content.flatMap(({ type, schema }) => {
      if (schema === undefined) return [];
      const isText = bodyFormat(type) !== 'json' && !isRange(type);
      return walkSchema(document, schema, isText ? 'text' : 'json').map((rule) => ({
        ...rule,
        in: about.in,
        name: `body ${toPointer(rule.at)} ${rule.keyword}`.replace('  ', ' '),
      }));
    }),
  ];
}

function toPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeToken(key)}`).join('');
}
