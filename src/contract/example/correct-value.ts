import type { JsonSchema } from '../model/json-schema.ts';
import type { Violation } from '../model/violation.ts';
import { makeValue } from './make-value.ts';
import { type Making, MOST_TRIES } from './making.ts';

/** What is known of the document that a schema is part of. */
export type SchemaKnowledge = Pick<Making, 'resolve' | 'readBranches' | 'probe'>;

/** Lists how a value breaks its schema; pointers start at the value. */
export type CheckValue = (value: unknown) => readonly Violation[];

/** Corrections that are tried for a value. */
const MOST_STEPS = 40;
/** Values that are made with all their optional members in one correction. */
const MOST_VALUES = 2000;

/**
 * Corrects a value that breaks its schema, and keeps all of it that does not; `undefined` if it
 * does not succeed.
 *
 * The check says where the value is wrong, and what is wrong there is made anew, by another choice
 * each time. Equal arguments give equal results.
 */
export function correctValue(
  schema: JsonSchema,
  value: unknown,
  check: CheckValue,
  knowledge: SchemaKnowledge,
): { readonly value: unknown } | undefined {
  const wrong = new Map<string, number>();
  let current = value;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const violations = check(current);
    if (violations.length === 0) return { value: current };
    count(violations, wrong);
    const touched = listTouched(wrong.keys());
    const making = { ...knowledge, wrong, touched, budget: { values: MOST_VALUES } };
    const place = { pointer: '', refs: [], isCut: false, salt: 0 };
    const made = makeValue([schema], current, place, making);
    if (made === undefined) return undefined;
    current = made;
  }
  return undefined;
}

/** Counts what is wrong; where too much was tried in vain, the owner is wrong. */
function count(violations: readonly Violation[], wrong: Map<string, number>): void {
  const pointers = new Set(violations.map(({ pointer }) => pointer));
  for (const pointer of pointers) {
    for (let at = pointer; ; at = ownerOf(at)) {
      const tries = (wrong.get(at) ?? 0) + 1;
      wrong.set(at, tries);
      if (tries <= MOST_TRIES || at === '') break;
    }
  }
}

/** Lists pointers with those of all that they are inside of. */
function listTouched(pointers: Iterable<string>): Set<string> {
  const touched = new Set<string>();
  for (const pointer of pointers) {
    for (let at = pointer; !touched.has(at); at = ownerOf(at)) touched.add(at);
  }
  return touched;
}

function ownerOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
