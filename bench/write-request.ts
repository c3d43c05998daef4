import type { ExampleRequest } from '../src/contract/example/example-request.ts';
import { isJsonObject } from '../src/contract/model/json-cursor.ts';
import { bodyFormat } from '../src/contract/model/media-type.ts';

/** Formats the headers of an example request, including its content type. */
export function writeHeaders({ headers, mediaType }: ExampleRequest): Record<string, string> {
  const written = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  if (mediaType !== undefined) written.push(['content-type', mediaType]);
  return Object.fromEntries(written);
}

/** Formats the body of an example request: a form if its media type says so, otherwise JSON. */
export function writeBody({ body, mediaType = '' }: ExampleRequest): string {
  if (bodyFormat(mediaType) !== 'form' || !isJsonObject(body)) return JSON.stringify(body);
  const fields = Object.entries(body).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}
