/** Name that is written as it is. */
export class Name {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Writes a value of JSON, and names in it, as an expression in one line. */
export function writeValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (value instanceof Name) return value.name;
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = writeMembers(value);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Writes the members of an object, each as it stands in a literal. */
export function writeMembers(value: object): string[] {
  return Object.entries(value).map(([key, member]) => `${writeKey(key)}: ${writeValue(member)}`);
}

/** Writes a text in single quotes. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

/** Writes a comment, in one line if it is one. */
export function writeComment(lines: readonly string[], indent = ''): string {
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/'));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  const body = safe.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`);
  return `${indent}/**\n${body.join('')}${indent} */\n`;
}

/** Writes the name of a member as it stands in a literal. */
export function writeKey(key: string): string {
  // As a computed one it is a member like the others.
  if (key === '__proto__') return `['__proto__']`;
  return /^([A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(key) ? key : quote(key);
}
