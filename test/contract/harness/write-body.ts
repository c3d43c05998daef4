import type { ExampleRequest } from '../../../src/contract/example/example-request.ts';
import { isJsonObject } from '../../../src/contract/model/json-cursor.ts';

/** Text of a request's body in its media type, JSON or form. */
export function writeBody({ body, mediaType = '' }: ExampleRequest): string {
  if (!mediaType.includes('form') || !isJsonObject(body)) return JSON.stringify(body);
  const fields = Object.entries(body).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}
