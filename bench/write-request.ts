import type { ExampleRequest } from '../src/contract/example/example-request.ts';
import { isJsonObject } from '../src/contract/model/json-cursor.ts';
import { bodyFormat } from '../src/contract/model/media-type.ts';

/** Headers of an example request as text, with the type of its body. */
export function writeHeaders({ headers, mediaType }: ExampleRequest): Record<string, string> {
  const written = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  if (mediaType !== undefined) written.push(['content-type', mediaType]);
  return Object.fromEntries(written);
}

/** Body of an example request: a form where its media type says so, else JSON. */
export function writeBody({ body, mediaType = '' }: ExampleRequest): string {
  if (bodyFormat(mediaType) !== 'form' || !isJsonObject(body)) return JSON.stringify(body);
  const fields = Object.entries(body).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}
