import { Name, writeKey, writeValue } from '../generate/write-code.ts';

/** Characters of a line that is not broken. */
const WIDTH = 90;

/** Writes a value of JSON, and names in it, as an expression: in one line, or where that is long with a line for each member. */
export function writeLiteral(value: unknown, indent = ''): string {
  const line = writeValue(value);
  const isShort = indent.length + line.length <= WIDTH;
  if (isShort || typeof value !== 'object' || value === null || value instanceof Name) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${writeLiteral(item, inner)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${writeKey(key)}: ${writeLiteral(member, inner)},\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}
