import { type ExpectedValue, parseJson } from '../../src/mock/authoring/index.ts';

/** Largest and smallest numbers of Go's `int64`. */
const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);
const INTEGER = /^-?\d+$/;
/** Digits of a number whose text may matter: one with a fraction or an exponent, or one that is no safe integer. */
const TELLING = /\d[.eE]|\d{16}/;

/**
 * Reads a body as Go's `encoding/json` does: the first JSON value, whatever follows it; names of members in any case; null for an
 * empty object. `undefined` for what is no JSON.
 *
 * A number that is no `int64` where one is expected stays a text, so that its type is refused. https://pkg.go.dev/encoding/json#Unmarshal
 */
export function readGoJson(bytes: Uint8Array, members: readonly ExpectedValue[]): unknown {
  const text = Buffer.from(bytes).toString();
  // Most bodies are plain, and to look at each number and sign takes three times as long (November 2026).
  const plain = TELLING.test(text) ? undefined : tryJson(text);
  if (isObject(plain) && hasOnly(members, plain)) return plain;
  const value = plain === undefined ? parseWritten(text) : plain;
  if (value === null) return {};
  if (!isObject(value)) return toPlain(value, false);
  const read = Object.entries(value).map(([name, item]): [string, unknown] => {
    const member = findMember(members, name);
    const isInteger = member?.types.includes('integer') === true;
    return [member?.name ?? name, toPlain(item, isInteger)];
  });
  return Object.fromEntries(read);
}

function isObject(value: unknown): value is object {
  const isOther = Array.isArray(value) || value instanceof WrittenNumber;
  return typeof value === 'object' && value !== null && !isOther;
}

/** Whether all members of an object are expected, by their exact names. */
function hasOnly(members: readonly ExpectedValue[], value: object): boolean {
  return Object.keys(value).every((sent) => members.some(({ name }) => name === sent));
}

function findMember(members: readonly ExpectedValue[], sent: string): ExpectedValue | undefined {
  const exact = members.find(({ name }) => name === sent);
  return exact ?? members.find(({ name }) => name.toLowerCase() === sent.toLowerCase());
}

/** Reads the members of a JSON object by their names in lower case; `undefined` for any other text. */
export function readGoMembers(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value).map(([name, item]) => [name.toLowerCase(), item]));
  } catch {
    return undefined;
  }
}

/** Number with the text that it was written as. */
class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function toPlain(value: unknown, isInteger: boolean): unknown {
  if (value instanceof WrittenNumber) {
    return isInteger && !isInt64(value.text) ? value.text : Number(value.text);
  }
  if (Array.isArray(value)) return value.map((item) => toPlain(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, item]) => [name, toPlain(item, false)]);
  return Object.fromEntries(members);
}

function isInt64(text: string): boolean {
  return INTEGER.test(text) && BigInt(text) <= MOST && BigInt(text) >= LEAST;
}

/** Parses JSON, numbers as `read` makes them; `undefined` for any other text, and for what is nested too deep to be walked. */
function tryJson(text: string, read?: (written: string) => unknown): unknown {
  try {
    return parseJson(text, read);
  } catch {
    return undefined;
  }
}

/** Parses the first JSON value of a text, numbers as they are written; `undefined` if there is none. */
function parseWritten(text: string): unknown {
  return tryJson(text.slice(0, findEnd(text)), (written) => new WrittenNumber(written));
}

/** Position behind the object or array that a text begins with; its length for any other value. */
function findEnd(text: string): number {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isInText) {
      if (sign === '\\') at += 1;
      isInText = sign !== '"';
    } else if (sign === '"') isInText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth === 0 && !isInText && '}]'.includes(sign)) return at + 1;
    if (depth === 0 && !/\s/.test(sign)) return text.length;
  }
  return text.length;
}
