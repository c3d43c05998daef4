import { FilePart } from '../model/file-part.ts';
import { isJsonObject } from '../model/json-cursor.ts';

/**
 * Converts bytes in a body to strings of one character per byte, whose length schemas can check.
 */
export function bytesAsText(body: unknown): unknown {
  if (body instanceof Uint8Array) return toText(body);
  if (!isJsonObject(body) || !hasFiles(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(fileAsText) : fileAsText(value),
    ]),
  );
}

function hasFiles(body: Readonly<Record<string, unknown>>): boolean {
  for (const name in body) {
    const value = body[name];
    if (Array.isArray(value) ? value.some(isFile) : isFile(value)) return true;
  }
  return false;
}

function isFile(value: unknown): value is FilePart | Uint8Array {
  return value instanceof FilePart || value instanceof Uint8Array;
}

function fileAsText(value: unknown): unknown {
  if (value instanceof FilePart) return toText(value.bytes);
  return value instanceof Uint8Array ? toText(value) : value;
}

function toText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
