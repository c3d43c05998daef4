import { XMLParser } from 'fast-xml-parser';

/** Members that are always lists, by path. */
const LISTS = [
  ['response', 'result', 'sharedto', 'user'],
  ['response', 'result', 'incomingdocuments', 'document'],
  ['response', 'result', 'publicdocuments', 'document'],
] as const;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

/** Converts an XML response to JSON that fits its schema. */
export async function readXmlResponse(response: Response): Promise<Response> {
  const root = parser.parse(await response.text());
  const value = LISTS.reduce<unknown>((at, path) => asList(at, path), root);
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(value), { status, statusText, headers });
}

/** XML writes an empty list as an empty element, and a list of one item as a single element. */
function asList(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value === undefined ? [] : [value].flat();
  const object = value === '' && rest.length === 0 ? {} : value;
  if (!isObject(object) || (rest.length > 0 && !(key in object))) return value;
  return { ...object, [key]: asList(object[key], rest) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
