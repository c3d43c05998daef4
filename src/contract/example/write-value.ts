import type { Serialization } from '../model/contract.ts';
import { isJsonObject } from '../model/json-cursor.ts';

type Written = Pick<Serialization, 'name' | 'style' | 'explode' | 'mediaType'>;
type Write = (text: string) => string;

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** Writes a value into a path by its style, OpenAPI 3.1 section 4.8.12.4, percent-encoded. */
export function writeSegment(written: Written, value: unknown): string {
  const { name, style, explode } = written;
  const parts = listParts(written, value, encodeURIComponent);
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return parts.join(',');
  if (!explode) return `;${name}=${parts.join(',')}`;
  return parts.map((part) => (isJsonObject(value) ? `;${part}` : `;${name}=${part}`)).join('');
}

/** Writes a value as the pairs of a query, or by `encodeURIComponent` as those of cookies. */
export function writePairs(
  written: Written,
  value: unknown,
  write: Write = (text) => text,
): [name: string, text: string][] {
  const { name, style, explode, mediaType } = written;
  const isWhole = mediaType !== undefined || typeof value !== 'object';
  if (!isWhole && Array.isArray(value) && explode) {
    return value.map((item) => [name, write(String(item))]);
  }
  if (!isWhole && isJsonObject(value) && (explode || style === 'deepObject')) {
    return Object.entries(value).map(([key, member]) => [
      style === 'deepObject' ? `${name}[${key}]` : key,
      write(String(member)),
    ]);
  }
  return [[name, listParts(written, value, write).join(SEPARATORS[style] ?? ',')]];
}

/** Writes a value as a header field, which has the style `simple`. */
export function writeField(written: Written, value: unknown): string {
  return listParts(written, value, (text) => text).join(',');
}

/** Items of a list, members of an object, or the one text of any other value. */
function listParts({ explode, mediaType }: Written, value: unknown, write: Write): string[] {
  if (mediaType !== undefined) return [write(JSON.stringify(value) ?? '')];
  if (Array.isArray(value)) return value.map((item) => write(String(item)));
  if (!isJsonObject(value)) return [write(String(value))];
  return Object.entries(value).flatMap(([key, member]) => {
    const pair = [write(key), write(String(member))];
    return explode ? [pair.join('=')] : pair;
  });
}
