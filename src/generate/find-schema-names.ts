import { openOperation } from '../contract/extensions/open-operation.ts';
import type { Media, Operation } from '../contract/model/contract.ts';
import {
  descend,
  escapeToken,
  type JsonCursor,
  jump,
  text,
} from '../contract/model/json-cursor.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import type { SchemaModule } from './generate-schemas.ts';
import { readMembers } from './mutable-schema.ts';
import { COOKIES, isOnlySuccess } from './schemas/hoist-bodies.ts';

/** Names of the schemas of an operation. */
export interface SchemaNames {
  /** By `path`, `query`, `headers` and `cookies`, those that there are. */
  readonly parts: ReadonlyMap<string, string>;
  readonly body: { readonly name: string; readonly isRequired: boolean } | undefined;
  /** Of JSON bodies by status, as the contract writes it. */
  readonly responses: ReadonlyMap<string, string>;
}

/** Formats of a body that is validated before it is sent: those with files have no schema. */
const CHECKED = ['json', 'xml', 'form'];

/** https://spec.openapis.org/oas/v3.1.1#responses-object. */
const STATUS = /^(?:[1-5](?:\d\d|XX)|default)$/;

/** Finds the names of the schemas of an operation. */
export function findSchemaNames(operation: Operation, module: SchemaModule): SchemaNames {
  const place = openOperation(module.document, operation);
  return {
    parts: findParts(operation, place, module),
    body: findBody(operation, place, module),
    responses: findResponses(operation, place, module),
  };
}

function findParts(operation: Operation, place: JsonCursor, { names }: SchemaModule) {
  const cookies = text(place, COOKIES);
  const found: [string, string | undefined][] = [
    ...['path', 'query', 'headers'].map((part): [string, string | undefined] => [
      part,
      names.get(refer(operation, part)),
    ]),
    ['cookies', cookies === undefined ? undefined : names.get(cookies)],
  ];
  return definedOf(found);
}

/** The body is sent as the client chooses: as JSON, or else as the first media type. */
function findBody(operation: Operation, place: JsonCursor, { names }: SchemaModule) {
  const { body } = operation;
  if (body === undefined) return undefined;
  const { content, required } = body;
  const media = chooseBody(content);
  if (media === undefined || !CHECKED.includes(bodyFormat(media.type))) return undefined;
  const schema = descend(place, 'requestBody', 'content', media.type);
  const name =
    nameReferred(schema, names) ??
    (content.length === 1 ? names.get(refer(operation, 'body')) : undefined);
  return name === undefined ? undefined : { name, isRequired: required };
}

function chooseBody(content: readonly Media[]): Media | undefined {
  const json = content.find(({ type }) => bodyFormat(type) === 'json' && !type.includes('*'));
  return json ?? content[0];
}

function findResponses(operation: Operation, place: JsonCursor, { names }: SchemaModule) {
  const found = operation.responses.map(({ status, content }): [string, string | undefined] => {
    const media = content.find(({ type }) => bodyFormat(type) === 'json');
    if (media === undefined || !STATUS.test(status)) return [status, undefined];
    const own = isOnlySuccess(place.node, status)
      ? names.get(refer(operation, 'responses'))
      : undefined;
    const schema = descend(place, 'responses', status, 'content', media.type);
    return [status, nameReferred(schema, names) ?? own];
  });
  return definedOf(found);
}

/** Returns the name of the component that the schema of a media type is. */
function nameReferred(media: JsonCursor | undefined, names: SchemaModule['names']) {
  const { $ref } = readMembers(readMembers(media?.node).schema);
  if (media === undefined || typeof $ref !== 'string') return undefined;
  return names.get(`#${jump(media.document, $ref).pointer}`);
}

/** Refers to a part of an operation. */
function refer({ path, method }: Operation, part: string): string {
  return `#/paths/${escapeToken(path)}/${method}/${part}`;
}

function definedOf(entries: readonly [string, string | undefined][]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(([key, name]) => (name === undefined ? [] : [[key, name] as const])),
  );
}
