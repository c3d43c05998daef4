import { STATUS_CODES } from 'node:http';
import { bodyFormat, essence } from '../../contract/model/media-type.ts';
import { tryJson } from '../../contract/model/parse-json.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import type { Exchange, Message } from '../exchange.ts';
import { readFields } from '../header-fields.ts';
import { type Dialect, inferSchema } from './infer-schema.ts';
import { pathNames } from './path-names.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Body of a message, and its media type. */
export interface SentBody {
  readonly type: string;
  /** `undefined` for none, or one that is not known. */
  readonly value: unknown;
}

/** Reads the body of a message for which there is no contract. */
export function readSent({ headers, body }: Message): SentBody {
  const type = essence(readFields(headers).get('content-type') ?? '');
  if (body === undefined) return { type, value: undefined };
  const text = body.toString();
  switch (bodyFormat(type)) {
    case 'json':
      return { type, value: tryJson(text) };
    case 'form':
      return { type, value: Object.fromEntries(new URLSearchParams(text)) };
    case 'text':
      return { type, value: text };
    default:
      return { type, value: body };
  }
}

/** Writes the content of bodies, by media type; `undefined` where there was none. */
export function writeContent(
  bodies: readonly SentBody[],
  dialect: Dialect,
): JsonObject | undefined {
  const sent = bodies.filter(({ type, value }) => type !== '' && value !== undefined);
  const types = [...new Set(sent.map(({ type }) => type))];
  const media = types.map((type) => {
    const values = sent.filter((one) => one.type === type).map((one) => one.value);
    return [type, { schema: inferBody(values, dialect) }] as const;
  });
  return media.length === 0 ? undefined : Object.fromEntries(media);
}

/** Infers the schema of bodies; bytes have none. */
export function inferBody(values: readonly unknown[], dialect: Dialect): JsonObject {
  return values.some((value) => value instanceof Uint8Array)
    ? {}
    : inferSchema(values.map(toPlain), dialect);
}

/** Writes a response for a status and the bodies that came with it. */
export function writeResponse(
  status: number,
  bodies: readonly SentBody[],
  dialect: Dialect,
): JsonObject {
  const description = `${STATUS_CODES[status] ?? `Status ${status}`}.`;
  const content = writeContent(bodies, dialect);
  if (content === undefined) return { description };
  if (dialect !== '2.0') return { description, content };
  const [media] = Object.values(content);
  return { description, ...(typeof media === 'object' && media !== null ? media : {}) };
}

/** Writes an operation for requests to one path. */
export function writeOperation(
  method: string,
  template: string,
  exchanges: readonly Exchange[],
  dialect: Dialect,
): JsonObject {
  const statuses = [...new Set(exchanges.map(({ status }) => status))].sort();
  const responses = statuses.map((status) => {
    const bodies = exchanges
      .filter((one) => one.status === status)
      .map(({ response }) => readSent(response));
    return [String(status), writeResponse(status, bodies, dialect)] as const;
  });
  const content = writeContent(
    exchanges.map(({ request }) => readSent(request)),
    dialect,
  );
  const parameters = [
    ...pathNames(template).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...listQuery(exchanges, dialect),
  ];
  return {
    operationId: nameOperation(method, template),
    ...(parameters.length > 0 && { parameters }),
    ...(content !== undefined && { requestBody: { content } }),
    responses: Object.fromEntries(responses),
  };
}

function listQuery(exchanges: readonly Exchange[], dialect: Dialect): JsonObject[] {
  const pairs = exchanges.flatMap(({ query }) => [...new URLSearchParams(query)]);
  const names = [...new Set(pairs.map(([name]) => name))];
  return names.map((name) => {
    const queries = exchanges.map(({ query }) => query);
    return writeParameter(name, queries, dialect);
  });
}

/** Writes a query parameter by the queries in which it came. */
export function writeParameter(
  name: string,
  queries: readonly string[],
  dialect: Dialect,
): JsonObject {
  const lists = queries.map((query) => new URLSearchParams(query).getAll(name));
  const scalar = inferSchema(lists.flat().map(readScalar), dialect);
  // Texts that are numbers at times are texts.
  const one = Array.isArray(scalar.type) ? { type: 'string' } : scalar;
  const schema = lists.some(({ length }) => length > 1) ? { type: 'array', items: one } : one;
  return dialect === '2.0' ? { name, in: 'query', ...schema } : { name, in: 'query', schema };
}

function readScalar(text: string): unknown {
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

/** `getNotesNoteIdTags` for `GET /notes/{noteId}/tags`. */
function nameOperation(method: string, template: string): string {
  const words = template.split(/[^A-Za-z\d]+/).filter((word) => word !== '');
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
