import * as z from 'zod';
import type { Contract, Operation } from '../contract/model/contract.ts';
import { ContractError } from '../contract/model/contract-error.ts';
import { dataAt, escapeToken, openDocument, unescapeToken } from '../contract/model/json-cursor.ts';
import { openOperation } from './open-operation.ts';

const POINTER = z
  .string()
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

/** How an operation pages, as `x-pagination` says it, with keys for pointers. */
export type PagingFacts = z.output<typeof PAGING>;

/** How the bodies of an API tell failures from successes, as `x-envelope` says it. */
export type EnvelopeFacts = z.output<typeof ENVELOPE>;

/** Reads `x-pagination` of an operation. Throws ContractError where it is malformed, or names a parameter that is not there. */
export function readPaging(contract: Contract, operation: Operation): PagingFacts | undefined {
  const place = dataAt(openOperation(contract.document, operation), 'x-pagination');
  if (place === undefined) return undefined;
  const facts = parse(place, PAGING);
  const known = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  for (const member of ['parameter', 'size'] as const) {
    const name = facts[member];
    if (name === undefined || known.includes(name)) continue;
    const names = known.join(', ') || 'it has none';
    throw fail(
      `${place.pointer}/${member}`,
      `expected a query parameter of the operation (${names}), found "${name}"`,
    );
  }
  if (facts.by !== 'link' && facts.parameter === undefined) {
    throw fail(place.pointer, `expected the "parameter" that asks for a ${facts.by}, found none`);
  }
  if (facts.by === 'cursor' && facts.next === undefined) {
    throw fail(place.pointer, 'expected "next", where the answer gives the cursor, found none');
  }
  return facts;
}

/** Reads `x-envelope` at the root of a contract. Throws ContractError where it is malformed. */
export function readEnvelope(contract: Contract): EnvelopeFacts | undefined {
  const place = dataAt(openDocument(contract.document), 'x-envelope');
  return place && parse(place, ENVELOPE);
}

interface Place {
  readonly pointer: string;
  readonly node: unknown;
}

function parse<Facts>({ pointer, node }: Place, schema: z.ZodType<Facts>): Facts {
  const { success, data, error } = schema.safeParse(node);
  if (success) return data;
  const [issue] = error.issues;
  const where = pointer + (issue?.path ?? []).map((key) => `/${escapeToken(String(key))}`).join('');
  throw fail(where, issue?.message ?? 'malformed');
}

function fail(pointer: string, message: string): ContractError {
  return new ContractError(message, { pointer });
}

function readKeys(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapeToken);
}
