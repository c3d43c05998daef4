import type { Effect } from '../flow.ts';
import { pairBranches } from '../pair-branches.ts';
import { findEffect, type SchemaRule } from '../schema-pair.ts';
import type { SchemaView, ViewSchemas } from '../schema-view.ts';

/** Types of JSON that have no other name; all of them are what a schema without types allows. */
const TYPES = ['string', 'number', 'boolean', 'object', 'array'];
/** Alternatives inside alternatives that are looked into. */
const MAX_DEPTH = 8;

/** Types are added, dropped or exchanged, or no value fits any more. */
export const typeChanged: SchemaRule = (pair) => {
  const { before, after } = pair;
  const isOpen = before.types === undefined || after.types === undefined;
  // Then the alternatives are compared each.
  if (isOpen && pairBranches(pair).both.length > 0 && !before.isNever && !after.isNever) return [];
  const from = listTypes(before, pair.viewBefore);
  const to = listTypes(after, pair.viewAfter);
  const effect = compareTypes(from, to);
  if (effect === undefined) return [];
  const what = `is ${describe(to)}, was ${describe(from)}`;
  const places = {
    before: { pointer: (before.typeSpot ?? before.spot).pointer, value: [...from] },
    after: { pointer: (after.typeSpot ?? after.spot).pointer, value: [...to] },
  };
  return [findEffect(pair, effect, 'type-changed', what, places)];
};

function listTypes(schema: SchemaView, view: ViewSchemas, depth = 0): ReadonlySet<string> {
  const { isNever, types, isNullable, alternatives } = schema;
  if (isNever) return new Set();
  // Of null alone.
  if (types?.size === 0 && isNullable) return new Set(['null']);
  if (types !== undefined) return types;
  const [first] = alternatives;
  if (first === undefined || depth > MAX_DEPTH) return new Set(TYPES);
  return new Set(
    first.branches.flatMap((branch) => [...listTypes(view([branch]), view, depth + 1)]),
  );
}

function compareTypes(before: ReadonlySet<string>, after: ReadonlySet<string>): Effect | undefined {
  const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].every((type) => other.has(type) || (type === 'integer' && other.has('number')));
  const narrows = isWithin(after, before);
  const widens = isWithin(before, after);
  if (narrows && widens) return undefined;
  if (narrows) return 'narrows';
  return widens ? 'widens' : 'differs';
}

function describe(types: ReadonlySet<string>): string {
  if (types.size === 0) return 'forbidden';
  return TYPES.every((type) => types.has(type)) ? 'of any type' : [...types].join(' or ');
}
