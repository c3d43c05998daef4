import { XMLParser } from 'fast-xml-parser';

/** Elements that may repeat, by their path from the root. */
const LISTS = new Set([
  'response.result.sharedto.user',
  'response.result.incomingdocuments.document',
  'response.result.publicdocuments.document',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_, path) => LISTS.has(String(path)),
});

/** Rewrites an XML answer as JSON with the members that its schema describes; other answers pass as they are. */
export async function readXmlResponse(response: Response): Promise<Response> {
  if (!/^(application|text)\/xml\b/.test(response.headers.get('content-type') ?? ''))
    return response;
  const { response: root } = parser.parse(await response.text());
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(root), { status, statusText, headers });
}
