import type { MessagePart, Rule, Violation } from './violation.ts';

/** Violation in words, as reports and headers show it; members are in JSON order. */
export interface DescribedViolation {
  readonly in: MessagePart;
  readonly pointer: string;
  readonly keyword: string;
  /** `integer`, `one of ["a","b"]`, `no member "x"`. */
  readonly expected: string;
  readonly found?: unknown;
}

/** Describes rules by keyword, from their parameters; other rules come with a message. */
const WORDS: Readonly<Record<string, (params: Rule['params']) => string>> = {
  type: ({ type }) => listOf(type).join(' or '),
  required: ({ what = 'value' }) => `a ${what}`,
  enum: ({ allowedValues }) => `one of ${JSON.stringify(allowedValues)}`,
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  format: ({ format }) => `format ${format}`,
  pattern: ({ pattern }) => `text that matches ${pattern}`,
  additionalProperties: ({ additionalProperty }) => `no member "${additionalProperty}"`,
  unevaluatedProperties: ({ unevaluatedProperty }) => `no member "${unevaluatedProperty}"`,
  readOnly: ({ property }) => `no member "${property}" in a request`,
  writeOnly: ({ property }) => `no member "${property}" in a response`,
  discriminator: ({ known }) => `one of ${JSON.stringify(known)}`,
  contentCoding: ({ codings }) => listOf(codings).join(' or '),
  mediaType: ({ types }) => listOf(types).join(' or '),
  status: ({ declared }) => `one of ${listOf(declared).join(', ')}`,
  content: () => 'no body',
  syntax: ({ mediaType }) => `${mediaType}`,
  security: ({ scheme }) => (scheme === 'apiKey' ? 'an API key' : `${scheme} credentials`),
};

/** Describes what a rule expects, as part of a sentence: `integer`, `one of ["a","b"]`, `>= 1`. */
export function describeRule({ keyword, params, message = keyword }: Rule): string {
  const words = WORDS[keyword];
  if (words !== undefined) return words(params);
  return message.replace(/^must NOT have /, 'no ').replace(/^must (be )?/, '');
}

/** Puts a violation into words. */
export function describeViolation({
  in: part,
  pointer,
  rule,
  found,
}: Violation): DescribedViolation {
  const { keyword } = rule;
  const expected = describeRule(rule);
  return { in: part, pointer, keyword, expected, ...(found !== undefined && { found }) };
}

/** Formats a violation on one line: `body at /visited: expected integer, got string "17"`. */
export function formatViolation(violation: Violation): string {
  return formatDescribed(describeViolation(violation));
}

/** Formats a described violation on one line. */
export function formatDescribed(violation: DescribedViolation): string {
  return `${formatExpectation(violation)}, got ${describeFound(violation.found)}`;
}

/** Formats it without the value, which could be a secret: `…: expected integer, got string`. */
export function formatDiscreetly(violation: DescribedViolation): string {
  return `${formatExpectation(violation)}, got ${describeType(violation.found)}`;
}

function formatExpectation({ in: part, pointer, expected }: DescribedViolation): string {
  const place = pointer === '' ? '' : ` at ${pointer}`;
  return `${part}${place}: expected ${expected}`;
}

/** JSON type of a value, or `nothing`. */
export function describeType(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (found === null) return 'null';
  return Array.isArray(found) ? 'array' : typeof found;
}

/** Type and value as shortened JSON: `string "17"`. */
export function describeFound(found: unknown): string {
  if (found === undefined || found === null) return describeType(found);
  const text = JSON.stringify(found);
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return `${describeType(found)} ${short}`;
}

function listOf(value: unknown): unknown[] {
  return [value].flat();
}
