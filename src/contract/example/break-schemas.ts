import { isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { flattenSchemas } from './flatten-schemas.ts';
import { itemSchemas } from './make-array.ts';
import type { MakeValue, Making, Place } from './making.ts';
import { readObjectRules } from './object-rules.ts';

/** One value of each type, one of which a schema of a member refuses. */
const VALUES = ['string', 0, true, null, [], {}];
/** Other values that are tried for one that both kinds of schemas know. */
const MOST_OTHERS = 3;
const MOST_DEPTH = 4;

/**
 * Changes a value that fits some schemas so that it breaks others, such as the other branches of a
 * `oneOf`; `undefined` if it does not succeed.
 *
 * It leaves out an optional member, adds one that only the others know with a value that they
 * refuse, or changes something inside.
 */
export function breakSchemas(
  parts: readonly SchemaObject[],
  value: unknown,
  forbidden: readonly JsonSchema[],
  place: Place,
  making: Making,
  makeValue: MakeValue,
): unknown {
  let broken = value;
  for (const schema of forbidden) {
    if (making.probe(schema, broken) > 0) continue;
    const found = vary(parts, broken, [schema], 0).find((other) => making.probe(schema, other) > 0);
    if (found === undefined) return undefined;
    broken = found;
  }
  return broken;

  /** Lists values that differ in what the other schemas speak of. */
  function* vary(
    own: readonly SchemaObject[],
    given: unknown,
    others: readonly JsonSchema[],
    depth: number,
  ): Generator<unknown> {
    const theirs = flattenSchemas(others, given, 0, { ...place, refs: [] }, making)?.parts;
    if (theirs === undefined || depth > MOST_DEPTH) return;
    if (isJsonObject(given)) yield* varyObject(own, given, theirs, depth);
    else if (Array.isArray(given)) yield* varyArray(own, given, theirs, depth);
  }

  function* varyObject(
    own: readonly SchemaObject[],
    given: Readonly<Record<string, unknown>>,
    theirs: readonly SchemaObject[],
    depth: number,
  ): Generator<unknown> {
    const rules = readObjectRules(own, Object.keys(given));
    const other = readObjectRules(theirs, []);
    for (const name of other.required) {
      if (rules.required.has(name)) continue;
      yield Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
    }
    for (const name of other.declared) {
      const schemas = rules.schemasOf(name);
      if (schemas === undefined) continue;
      if (!rules.declared.includes(name)) {
        yield* VALUES.map((member) => ({ ...given, [name]: member }));
      } else if (given[name] !== undefined) {
        const inner = varyInside(schemas, given[name], other.schemasOf(name) ?? [], depth);
        yield* inner.map((member) => ({ ...given, [name]: member }));
      }
    }
  }

  function* varyArray(
    own: readonly SchemaObject[],
    [first, ...rest]: readonly unknown[],
    theirs: readonly SchemaObject[],
    depth: number,
  ): Generator<unknown> {
    if (first === undefined) return;
    const inner = varyInside(itemSchemas(own, 0), first, itemSchemas(theirs, 0), depth);
    yield* inner.map((item) => [item, ...rest]);
  }

  function* varyInside(
    own: readonly JsonSchema[],
    given: unknown,
    theirs: readonly JsonSchema[],
    depth: number,
  ): Generator<unknown> {
    const flat = flattenSchemas(own, given, 0, place, making);
    if (flat !== undefined) yield* vary(flat.parts, given, theirs, depth + 1);
    for (let salt = 1; salt <= MOST_OTHERS; salt += 1) {
      const other = makeValue(own, undefined, { ...place, pointer: '#', salt }, making);
      if (other !== undefined) yield other;
    }
  }
}
