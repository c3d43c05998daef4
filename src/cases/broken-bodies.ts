import type { Media, Operation, SchemaPlace } from '../contract/model/contract.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { isRange } from '../contract/model/media-range.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import { type BreakingTools, listRefused } from './broken-texts.ts';
import { takeBreadth, VALUES } from './broken-values.ts';
import type { ValidRequest } from './make-request.ts';
import { type SentRequest, toSent } from './sent-request.ts';
import { writeBody } from './write-body.ts';

interface BrokenBody {
  readonly what: string;
  readonly sent: SentRequest;
}

interface Change {
  readonly what: string;
  readonly body: unknown;
}

const TEXTS = VALUES.filter((value) => typeof value === 'string');
const UNKNOWN_TYPE = 'application/x-unknown';

/** Lists requests of an operation whose JSON or form is wrong in one way. */
export function listBrokenBodies(
  operation: Operation,
  { request, written }: ValidRequest,
  tools: BreakingTools,
): BrokenBody[] {
  const { body, mediaType = '' } = request;
  if (typeof written !== 'string') return [];
  const media = operation.body?.content.find(({ type }) => type === mediaType);
  const format = bodyFormat(mediaType);
  const isJson = format === 'json';
  const changes = media === undefined ? [] : listChanges(media, body, tools);
  return [
    ...changes.map(({ what, body: changed }) => ({
      what,
      sent: toSent(request, writeBody({ ...request, body: changed })),
    })),
    ...(isJson ? [{ what: 'unparsable body', sent: toSent(request, '{"unclosed": ') }] : []),
  ];
}

/** Lists the request with a valid body in a media type that the operation does not take. */
export function listUnknownTypes(
  { body }: Operation,
  { request, written }: ValidRequest,
): BrokenBody[] {
  if (typeof written !== 'string' || body?.content.some(({ type }) => isRange(type))) return [];
  const sent = toSent(request, written, { 'content-type': UNKNOWN_TYPE });
  return [{ what: `a body in ${UNKNOWN_TYPE}`, sent }];
}

function listChanges(
  { type, schema, encoding }: Media,
  body: unknown,
  tools: BreakingTools,
): Change[] {
  if (schema === undefined || !isJsonObject(body)) return [];
  const format = bodyFormat(type);
  const { oracle, breadth } = tools;
  if (format === 'form') return encoding === undefined ? listFormChanges(schema, body, tools) : [];
  if (format !== 'json') return [];
  const isBroken = (change: Change) => oracle(schema, change.body, 'request').length > 0;
  const members = listProperties(schema, tools).flatMap(([name]) =>
    takeBreadth(VALUES.map((value) => change(name, value, body)).filter(isBroken), breadth),
  );
  const missing = listProperties(schema, tools).map(([name]) => leaveOut(name, body));
  const wholes = VALUES.filter((value) => !isJsonObject(value))
    .map((value) => ({ what: `body ${show(value)}`, body: value }))
    .filter(isBroken);
  return [...members, ...missing.filter(isBroken), ...takeBreadth(wholes, breadth)];
}

/** Fields of one scalar each; lists and objects may be written in several ways. */
function listFormChanges(
  schema: SchemaPlace,
  body: Readonly<Record<string, unknown>>,
  tools: BreakingTools,
): Change[] {
  const { oracle, breadth } = tools;
  return listProperties(schema, tools).flatMap(([name, place]) => {
    const texts = listRefused(place, TEXTS, tools).map((text) => change(name, text, body));
    const without = leaveOut(name, body);
    const isNeeded = oracle(schema, without.body, 'request').length > 0;
    return [...takeBreadth(texts, breadth), ...(isNeeded ? [without] : [])];
  });
}

/** Properties of a schema or of what it refers to, but for those that only answers have. */
function listProperties(
  { pointer, schema }: SchemaPlace,
  { resolve }: BreakingTools,
): [name: string, place: SchemaPlace][] {
  const target = resolve(schema);
  if (typeof target === 'boolean' || target.properties === undefined) return [];
  const at =
    typeof schema !== 'boolean' && schema.$ref !== undefined ? schema.$ref.slice(1) : pointer;
  return Object.entries(target.properties)
    .filter(([, property]) => Object(resolve(property)).readOnly !== true)
    .map(([name, property]) => [
      name,
      {
        pointer: `${at}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        schema: property,
      },
    ]);
}

function change(name: string, value: unknown, body: Readonly<Record<string, unknown>>): Change {
  return { what: `${name}: ${show(value)}`, body: withMember(body, name, value) };
}

function leaveOut(name: string, body: Readonly<Record<string, unknown>>): Change {
  const rest = Object.entries(body).filter(([key]) => key !== name);
  return { what: `no ${name}`, body: Object.fromEntries(rest) };
}

/** A spread would set the prototype for `__proto__`. */
function withMember(body: object, name: string, value: unknown): unknown {
  return Object.fromEntries([
    ...Object.entries(body).filter(([key]) => key !== name),
    [name, value],
  ]);
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 20);
}
