import { isJsonObject } from '../../model/json-cursor.ts';

type JsonObject = Record<string, unknown>;

/** Parameter of a media type that tells the saved responses of a collection apart. */
export const MARK = 'x-saved';

/** Response that was saved with a request. */
export interface SavedResponse {
  readonly name: string;
  readonly body: string;
  /** What http-spec reads in place of the body. */
  readonly read: string;
}

/** Media types of Postman's editor languages. */
const LANGUAGES: ReadonlyMap<unknown, string> = new Map([
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['html', 'text/html'],
  ['javascript', 'application/javascript'],
  ['text', 'text/plain'],
]);

/**
 * Completes a collection in place, as `postman-collection` writes it: requests and saved responses say
 * their media types, and what is switched off goes. Returns the saved responses; the media type of
 * each has its index as `MARK`.
 */
export function completeCollection(collection: JsonObject): SavedResponse[] {
  const saved: SavedResponse[] = [];
  for (const item of listItems(collection)) {
    if (isJsonObject(item.request)) completeRequest(item.request);
    for (const response of objectsIn(item.response)) {
      const { name, body } = response;
      completeResponse(response, saved.length);
      saved.push({ name: textOf(name), body: textOf(body), read: textOf(response.body) });
    }
  }
  return saved;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Requests of a collection, those in folders included. */
function listItems(group: JsonObject): JsonObject[] {
  return objectsIn(group.item).flatMap((item) =>
    Array.isArray(item.item) ? listItems(item) : [item],
  );
}

function completeRequest(request: JsonObject): void {
  const { url, body } = request;
  request.header = dropDisabled(request.header);
  if (isJsonObject(url)) {
    url.query = dropDisabled(url.query);
    if (Array.isArray(url.path)) url.path = url.path.map(readSegment);
  }
  if (!isJsonObject(body)) return;
  body.urlencoded = dropDisabled(body.urlencoded);
  body.formdata = dropDisabled(body.formdata);
  if (body.mode === 'graphql') {
    body.mode = 'raw';
    body.raw = writeQuery(body.graphql);
  }
  if (body.mode !== 'raw' || typeof body.raw !== 'string') return;
  body.raw = dropPrototypes(body.raw);
  setMediaType(request, (given) => given ?? guessMediaType(body.raw, languageOf(body)));
}

/** A segment is a text, or an object with its value. */
function readSegment(segment: unknown): string {
  return String(isJsonObject(segment) ? (segment.value ?? '') : (segment ?? ''));
}

function completeResponse(response: JsonObject, index: number): void {
  response.code ??= 200;
  if (typeof response.body !== 'string' || response.body === '') return;
  response.body = dropPrototypes(response.body);
  const { _: editor } = response;
  const language = isJsonObject(editor) ? editor.postman_previewlanguage : undefined;
  setMediaType(response, (given) => {
    const type = given ?? guessMediaType(response.body, language);
    return `${type}; ${MARK}=${index}`;
  });
}

/** Sets the `Content-Type` of a message by the one that it has. */
function setMediaType(message: JsonObject, choose: (given: string | undefined) => string): void {
  const headers = objectsIn(message.header);
  const isType = ({ key }: JsonObject) => String(key).toLowerCase() === 'content-type';
  const given = headers.find(isType)?.value;
  const value = choose(typeof given === 'string' && given !== '' ? given : undefined);
  message.header = [...headers.filter((header) => !isType(header)), { key: 'Content-Type', value }];
}

/** Media type that Postman sends without a header: that of the language, else by the text. */
function guessMediaType(text: unknown, language: unknown): string {
  return LANGUAGES.get(language) ?? (isJson(String(text)) ? 'application/json' : 'text/plain');
}

function languageOf({ options }: JsonObject): unknown {
  const raw = isJsonObject(options) ? options.raw : undefined;
  return isJsonObject(raw) ? raw.language : undefined;
}

/** https://graphql.org/learn/serving-over-http/#post-requests */
function writeQuery(graphql: unknown): string {
  const { query, variables } = isJsonObject(graphql) ? graphql : {};
  const isText = typeof variables === 'string' && isJson(variables);
  return JSON.stringify({ query, variables: isText ? JSON.parse(variables) : variables });
}

/**
 * Drops members named `__proto__` of JSON: from them, the generator of schemas would write to the
 * prototype of all objects.
 */
function dropPrototypes(text: string): string {
  if (!/__proto__|\\u/.test(text) || !isJson(text)) return text;
  const value: unknown = JSON.parse(text, (key, member: unknown) =>
    key === '__proto__' ? undefined : member,
  );
  return JSON.stringify(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function dropDisabled(list: unknown): unknown {
  return Array.isArray(list) ? objectsIn(list).filter(({ disabled }) => disabled !== true) : list;
}

function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
