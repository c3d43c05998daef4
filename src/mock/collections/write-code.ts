import { isJsonObject } from '../../contract/model/json-cursor.ts';

/** Piece of code in the place of a value. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Longest literal on one line. */
const LINE = 80;

/** Indents lines by two spaces. */
export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

/** Writes the name of a member: as it is, if it is an identifier. */
export function writeKeyName(name: string): string {
  return isIdentifier(name) ? name : writeText(name);
}

/** Writes access to a member of a value. */
export function writeAccess(owner: string, path: readonly string[]): string {
  return path.reduce(
    (at, name) => (isIdentifier(name) ? `${at}.${name}` : `${at}[${writeText(name)}]`),
    owner,
  );
}

/** Writes access to a member of a value that may be absent. */
export function writeOptionalAccess(owner: string, path: readonly string[]): string {
  return path.reduce(
    (at, name) => (isIdentifier(name) ? `${at}?.${name}` : `${at}?.[${writeText(name)}]`),
    owner,
  );
}

/** Writes JSON as TypeScript; pieces of code in it stay what they are. */
export function writeLiteral(value: unknown): string {
  if (value instanceof Code) return value.text;
  if (typeof value === 'string') return writeText(value);
  if (Array.isArray(value)) return wrap('[', value.map(writeLiteral), ']', '');
  if (!isJsonObject(value)) return JSON.stringify(value) ?? 'undefined';
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${name === '__proto__' ? '["__proto__"]' : writeKeyName(name)}: ${writeLiteral(member)}`,
  );
  return wrap('{', members, '}', ' ');
}

function wrap(start: string, parts: readonly string[], end: string, space: string): string {
  if (parts.length === 0) return start + end;
  const line = start + space + parts.join(', ') + space + end;
  if (line.length <= LINE && !line.includes('\n')) return line;
  return `${start}\n${indent(parts.join(',\n'))},\n${end}`;
}

function isIdentifier(name: string): boolean {
  return /^[a-z_$][\w$]*$/i.test(name) && name !== '__proto__';
}

function writeText(text: string): string {
  const quoted = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${quoted}'`;
}
