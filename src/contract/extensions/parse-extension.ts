import * as z from 'zod';
import { unescapeToken } from '../model/json-cursor.ts';

const POINTER = z
  .string('expected a JSON Pointer, such as /items')
  .regex(/^(\/.*)?$/, 'expected a JSON Pointer, such as /items')
  .transform(readKeys);

const PAGING = z.strictObject({
  by: z.enum(['cursor', 'page', 'offset', 'link']),
  items: POINTER,
  parameter: z.string().optional(),
  next: POINTER.optional(),
  more: POINTER.optional(),
  size: z.string().optional(),
  first: z.int().optional(),
  past: z
    .strictObject({
      status: z.int(),
      member: POINTER.optional(),
      value: z.union([z.string(), z.number()]).optional(),
    })
    .optional(),
});

const ENVELOPE = z.strictObject({
  code: z.string(),
  success: z.union([z.string(), z.number(), z.boolean()]),
  data: z.string().optional(),
});

const IDEMPOTENCE = z.boolean('expected true or false, whether a request may be sent twice');

const NAMES = z.array(z.string(), 'expected names of parameters');

/** How an operation pages, as `x-pagination` says it, with keys for pointers. */
export type PagingFacts = z.output<typeof PAGING>;

/** How the bodies of an API tell failures from successes, as `x-envelope` says it. */
export type EnvelopeFacts = z.output<typeof ENVELOPE>;

/** What is wrong in an extension, and the keys that lead there. */
export interface ExtensionDefect {
  readonly keys: readonly (string | number)[];
  readonly message: string;
}

/** What an extension says, or what is wrong in it. */
export type Parsed<Facts> = { readonly facts: Facts } | { readonly defect: ExtensionDefect };

/** Parses `x-pagination` of an operation, which has query parameters of these names. */
export function parsePaging(value: unknown, known: readonly string[]): Parsed<PagingFacts> {
  const parsed = parse(value, PAGING);
  if ('defect' in parsed) return parsed;
  const { facts } = parsed;
  const wrong = (['parameter', 'size'] as const).find(
    (member) => facts[member] !== undefined && !known.includes(facts[member]),
  );
  if (wrong !== undefined) {
    const names = known.join(', ') || 'it has none';
    const message = `expected a query parameter of the operation (${names}), found "${facts[wrong]}"`;
    return { defect: { keys: [wrong], message } };
  }
  if (facts.by !== 'link' && facts.parameter === undefined) {
    return lack(`expected the "parameter" that asks for a ${facts.by}, found none`);
  }
  if (facts.by === 'cursor' && facts.next === undefined) {
    return lack('expected "next", where the answer gives the cursor, found none');
  }
  return parsed;
}

/** Parses `x-envelope` of a contract. */
export function parseEnvelope(value: unknown): Parsed<EnvelopeFacts> {
  return parse(value, ENVELOPE);
}

/** Parses `x-idempotent` of an operation. */
export function parseIdempotence(value: unknown): Parsed<boolean> {
  return parse(value, IDEMPOTENCE);
}

/** Parses `x-sample-parameters` of an operation; one that has parameters of these names where they are given. */
export function parseSampleParameters(value: unknown, known?: readonly string[]): Parsed<string[]> {
  const parsed = parse(value, NAMES);
  if ('defect' in parsed || known === undefined) return parsed;
  const index = parsed.facts.findIndex((name) => !known.includes(name));
  if (index === -1) return parsed;
  const names = known.join(', ') || 'it has none';
  const message = `expected a parameter of the operation (${names}), found "${parsed.facts[index]}"`;
  return { defect: { keys: [index], message } };
}

function parse<Facts>(value: unknown, schema: z.ZodType<Facts>): Parsed<Facts> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return { facts: data };
  const [issue] = error.issues;
  const keys = (issue?.path ?? []).map((key) => (typeof key === 'number' ? key : String(key)));
  return { defect: { keys, message: issue?.message ?? 'malformed' } };
}

function lack(message: string): { readonly defect: ExtensionDefect } {
  return { defect: { keys: [], message } };
}

function readKeys(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapeToken);
}
