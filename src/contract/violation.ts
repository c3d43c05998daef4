/** Part of an HTTP message that a violation concerns. */
export type MessagePart = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'status';

/** One way in which a request or response breaks a contract: where, what was expected, what was found. */
export interface Violation {
  readonly in: MessagePart;
  /** JSON Pointer inside the body, or `/name` of a parameter or header. */
  readonly pointer: string;
  /** JSON Schema keyword that does not hold, or `required`, `mediaType`, `status`. */
  readonly keyword: string;
  readonly expected: string;
  /** Value that was found; absent when nothing was there. */
  readonly found?: unknown;
}

/** One line for people: `body at /visited: expected integer, got string "17"`. */
export function formatViolation(violation: Violation): string {
  return `${formatExpectation(violation)}, got ${describeFound(violation.found)}`;
}

/** Same line for a log, where a value could be a secret: `body at /visited: expected integer, got string`. */
export function formatDiscreetly(violation: Violation): string {
  return `${formatExpectation(violation)}, got ${describeType(violation.found)}`;
}

function formatExpectation({ in: part, pointer, expected }: Violation): string {
  const place = pointer === '' ? '' : ` at ${pointer}`;
  return `${part}${place}: expected ${expected}`;
}

/** JSON type of a value that was found, or `nothing`. */
export function describeType(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (found === null) return 'null';
  return Array.isArray(found) ? 'array' : typeof found;
}

/** Type and value in JSON, shortened: `string "17"`. */
export function describeFound(found: unknown): string {
  if (found === undefined || found === null) return describeType(found);
  const text = JSON.stringify(found);
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return `${describeType(found)} ${short}`;
}
