import type { FieldStyle, FieldStyles } from '../route.ts';

const SEPARATORS: ReadonlyMap<FieldStyle | undefined, string> = new Map([
  ['comma', ','],
  ['space', '%20'],
  ['pipe', '%7C'],
]);

/**
 * Writes values as the fields of a query or a form, without absent ones; `ofObjects` is the style of
 * objects that have none: https://spec.openapis.org/oas/v3.1.1#style-values.
 */
export function writeFields(
  values: object,
  styles: FieldStyles = {},
  ofObjects?: FieldStyle,
): string {
  return Object.entries(values)
    .flatMap(([name, value]) => writeField(name, value, styleOf(name, value)))
    .join('&');

  function styleOf(name: string, value: unknown): FieldStyle | undefined {
    if (Object.hasOwn(styles, name)) return styles[name];
    return typeof value !== 'object' || Array.isArray(value) ? undefined : ofObjects;
  }
}

function writeField(name: string, value: unknown, style: FieldStyle | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' && style !== 'json') return [writePair(name, value)];
  if (typeof value !== 'object' || style === 'json')
    return [writePair(name, JSON.stringify(value))];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (style === 'deep') {
    return entries.flatMap(([key, item]) => writeField(`${name}[${key}]`, item, style));
  }
  const separator = SEPARATORS.get(style);
  if (separator !== undefined) {
    const parts = Array.isArray(value) ? Object.values(value) : entries.flat();
    if (parts.length === 0) return [];
    return [`${encodeURIComponent(name)}=${parts.map(encodeValue).join(separator)}`];
  }
  return entries.map(([key, item]) => writePair(Array.isArray(value) ? name : key, item));
}

function writePair(name: string, value: unknown): string {
  return `${encodeURIComponent(name)}=${encodeValue(value)}`;
}

function encodeValue(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  return encodeURIComponent(isObject ? JSON.stringify(value) : String(value));
}
