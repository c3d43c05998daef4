import type { Serialization } from '../model/contract.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { bodyFormat } from '../model/media-type.ts';

type ParameterStyle = Pick<Serialization, 'name' | 'style' | 'explode' | 'mediaType'>;
type PartStyle = Pick<ParameterStyle, 'explode' | 'mediaType'>;
type Write = (text: string) => string;

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * Serializes a path parameter by its style, percent-encoded:
 * https://spec.openapis.org/oas/v3.1.1#style-values.
 */
export function writeSegment(parameter: ParameterStyle, value: unknown): string {
  const { name, style, explode } = parameter;
  const parts = listParts(parameter, value, encodeURIComponent);
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return parts.join(',');
  if (!explode) return `;${name}=${parts.join(',')}`;
  return parts.map((part) => (isJsonObject(value) ? `;${part}` : `;${name}=${part}`)).join('');
}

/** Serializes a value as query pairs, or as cookies with `encodeURIComponent` for `write`. */
export function writePairs(
  parameter: ParameterStyle,
  value: unknown,
  write: Write = (text) => text,
): [name: string, text: string][] {
  const { name, style, explode, mediaType } = parameter;
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
  return [[name, listParts(parameter, value, write).join(SEPARATORS[style] ?? ',')]];
}

/**
 * Serializes a value that is the whole query, by its media type:
 * https://spec.openapis.org/oas/v3.2.0#parameter-locations.
 */
export function writeQuery({ mediaType = '' }: ParameterStyle, value: unknown): string {
  const format = bodyFormat(mediaType);
  if (format === 'json') return encodeURIComponent(JSON.stringify(value) ?? '');
  if (format === 'form' && isJsonObject(value)) {
    const fields = Object.entries(value).flatMap(([name, member]) =>
      Array.isArray(member) ? member.map((item) => [name, item]) : [[name, member]],
    );
    return new URLSearchParams(fields.map(([name, field]) => [name, writeText(field)])).toString();
  }
  return encodeURIComponent(writeText(value));
}

/** Text in another media type than JSON has no quotes. */
function writeContent(mediaType: string, value: unknown): string {
  return bodyFormat(mediaType) === 'json' ? (JSON.stringify(value) ?? '') : writeText(value);
}

function writeText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Serializes a header field, whose style is always `simple`. */
export function writeField(parameter: ParameterStyle, value: unknown): string {
  return writeParts(parameter, value).join(',');
}

/** Lists the items of a list, the members of an object, or the text of a scalar, not encoded. */
export function writeParts(parameter: PartStyle, value: unknown): string[] {
  return listParts(parameter, value, (text) => text);
}

function listParts({ explode, mediaType }: PartStyle, value: unknown, write: Write): string[] {
  if (mediaType !== undefined) return [write(writeContent(mediaType, value))];
  if (Array.isArray(value)) return value.map((item) => write(toText(item)));
  if (!isJsonObject(value)) return [write(toText(value))];
  return Object.entries(value).flatMap(([key, member]) => {
    const pair = [write(key), write(toText(member))];
    return explode ? [pair.join('=')] : pair;
  });
}

/** Styles say nothing about nested values, and of null only that RFC 6570 leaves it out. */
function toText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
