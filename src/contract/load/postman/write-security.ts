import type { HttpSecurityScheme, IHttpHeaderParam, IHttpOperation } from '@stoplight/types';

type JsonObject = Record<string, unknown>;

/** Security schemes of an operation by name, and the requirement that names them. */
export interface WrittenSecurity {
  readonly schemes: Readonly<Record<string, JsonObject>>;
  readonly requirement: Readonly<Record<string, readonly string[]>>;
}

/** Whether a header of a request holds credentials. */
export function isAuthorization({ name }: IHttpHeaderParam): boolean {
  return name.toLowerCase() === 'authorization';
}

/**
 * Writes the credentials of an operation as security schemes. OpenAPI has no scheme for some kinds of
 * Postman, such as Hawk: there a header `Authorization` is required, with that word where it is known.
 */
export function writeSecurity({ security = [], request }: IHttpOperation): WrittenSecurity {
  const known = security.flat().map((scheme) => [scheme.key, writeScheme(scheme)] as const);
  const header = request?.headers?.find(isAuthorization);
  const isExtra = header !== undefined && header.required === true && known.length === 0;
  const extra = isExtra ? [writeHeader(header)] : [];
  const schemes = Object.fromEntries([...known, ...extra]);
  const requirement = Object.fromEntries(Object.keys(schemes).map((name) => [name, []]));
  return { schemes, requirement };
}

function writeScheme(scheme: HttpSecurityScheme): JsonObject {
  if (scheme.type === 'apiKey') return { type: 'apiKey', in: scheme.in, name: scheme.name };
  return scheme.type === 'http' ? { type: 'http', scheme: scheme.scheme } : { type: scheme.type };
}

function writeHeader({ schema, examples = [] }: IHttpHeaderParam): [string, JsonObject] {
  const [example] = examples;
  const value = example !== undefined && 'value' in example ? String(example.value) : '';
  const word = /^\^?([\w-]+) /.exec(schema?.pattern ?? value)?.[1];
  return word === undefined
    ? ['Authorization', { type: 'apiKey', in: 'header', name: 'Authorization' }]
    : [word, { type: 'http', scheme: word.toLowerCase() }];
}
