import { type FieldStyles, writeFields } from './write-fields.ts';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/** Whether the media type stands in a header that the caller has to send: that of a multipart body has a boundary. */
export function isDeclared(mediaType: string): boolean {
  return mediaType !== MULTIPART;
}

/**
 * Writes a body by its media type: JSON, a form, a multipart form, or text and bytes as they are.
 *
 * Throws TypeError for a value that cannot be written, such as an object as XML.
 */
export function writeBody(
  body: unknown,
  mediaType: string,
  styles?: FieldStyles,
): BodyInit | undefined {
  if (isWritten(body)) return body;
  if (/[/+]json\b/.test(mediaType)) return JSON.stringify(body);
  if (typeof body !== 'object' || body === null) return String(body);
  if (mediaType === FORM) return writeFields(body, styles, 'json');
  if (mediaType === MULTIPART) return writeParts(body);
  throw new TypeError(
    `Body of ${mediaType}: expected text or bytes, found an object. Write it yourself, or pass a "bodySerializer".`,
  );
}

/** Whether `fetch` takes a body as it is. */
function isWritten(body: unknown): body is Exclude<BodyInit, string> {
  return (
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    body instanceof ReadableStream ||
    (ArrayBuffer.isView(body) && body.buffer instanceof ArrayBuffer)
  );
}

/** Writes the members of an object as parts: files as they are, items apart, objects as JSON. */
function writeParts(values: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) form.append(name, writePart(item));
    }
  }
  return form;
}

function writePart(value: unknown): string | Blob {
  if (value instanceof Blob) return value;
  if (typeof value !== 'object') return String(value);
  return new Blob([JSON.stringify(value)], { type: 'application/json' });
}
