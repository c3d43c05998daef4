import type { SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import { isSchema } from '../../contract/model/read-schema.ts';
import { firstOf } from './first-of.ts';
import { childOf, type Keys, placeValue, readPlace, withoutMember } from './place-value.ts';
import type { CaseTools } from './schema-case.ts';

/** Puts into a valid value what it lacks, so that it stays valid; each gives `undefined` where that cannot be done. */
export interface Filling {
  readonly isValid: (whole: unknown) => boolean;
  readonly holds: (place: SchemaPlace, value: unknown) => boolean;
  readonly fill: (whole: unknown, keys: Keys, place: SchemaPlace) => unknown;
  readonly fillOther: (
    place: SchemaPlace,
    schema: SchemaObject,
    keys: Keys,
    whole: unknown,
  ) => unknown;
  readonly fillBranch: (branch: SchemaPlace, keys: Keys, whole: unknown) => unknown;
  readonly fillCondition: (
    condition: SchemaPlace,
    consequence: SchemaPlace,
    keys: Keys,
    whole: unknown,
  ) => unknown;
  /** Item of a list by its index, which differs from all others where it can. */
  readonly makeItem: (
    place: SchemaPlace,
    schema: SchemaObject,
    value: unknown,
    index: number,
  ) => unknown;
}

/** Creates what completes values of a schema. */
export function createFilling(root: SchemaPlace, tools: CaseTools): Filling {
  const { direction, resolve, oracle, check, find } = tools;
  return { isValid, holds, fill, fillOther, fillBranch, fillCondition, makeItem };

  /** Puts a value of another type in the place of null. */
  function fillOther(
    place: SchemaPlace,
    schema: SchemaObject,
    keys: Keys,
    whole: unknown,
  ): unknown {
    const types = [schema.type].flat().filter((type) => type !== undefined && type !== 'null');
    if (types.length === 0) return undefined;
    const made = find({ ...place, schema: { ...schema, type: types } }, []);
    return firstOf([made ?? undefined], (one) => placeValue(whole, keys, one), isValid);
  }

  /** Makes a value that meets a condition and what follows from it. */
  function fillCondition(
    condition: SchemaPlace,
    consequence: SchemaPlace,
    keys: Keys,
    whole: unknown,
  ): unknown {
    const value = readPlace(whole, keys);
    const [met, kept] = [find(condition, []), find(consequence, [])];
    if (!isJsonObject(value) || !isJsonObject(met)) return undefined;
    const own = isJsonObject(kept) ? kept : {};
    const merged = [
      { ...value, ...met },
      { ...value, ...own, ...met },
    ];
    const whenMet = merged.filter((one) => holds(condition, one));
    return firstOf(whenMet, (one) => placeValue(whole, keys, one), isValid);
  }

  /** Makes a value in which a branch holds. */
  function fillBranch(branch: SchemaPlace, keys: Keys, whole: unknown): unknown {
    const value = readPlace(whole, keys);
    if (holds(branch, value)) return whole;
    const made = find(branch, []);
    const merged = isJsonObject(value) && isJsonObject(made) ? { ...value, ...made } : made;
    return firstOf([made, merged], (one) => placeValue(whole, keys, one), isValid);
  }

  /** Adds a value in a place that has none; of members that exclude each other, the one beside it goes. */
  function fill(whole: unknown, keys: Keys, place: SchemaPlace): unknown {
    const made = find(place, []);
    if (made === undefined) return undefined;
    return firstOf(
      listRooms(whole, keys.slice(0, -1)),
      (room) => placeValue(room, keys, made),
      isValid,
    );
  }

  function makeItem(
    place: SchemaPlace,
    { items, prefixItems = [] }: SchemaObject,
    value: unknown,
    index: number,
  ): unknown {
    const known = Array.isArray(value) ? value : [];
    if (!isSchema(items) || prefixItems.length > 0) return known.at(-1);
    if (index < known.length) return known[index];
    if (items === true) return `item ${index}`;
    return varyItem(childOf(place, items, 'items'), known, index);
  }

  /** Items that differ: the values of an enumeration, or a valid one with another text or number in it. */
  function varyItem(place: SchemaPlace, known: readonly unknown[], index: number): unknown {
    const resolved = resolve(place.schema);
    if (typeof resolved === 'boolean') return known[0];
    if (Array.isArray(resolved.enum)) return resolved.enum[index % resolved.enum.length];
    const base = known[0] ?? find(place, []);
    return (
      firstOf(
        listVariants(base, index),
        (one) => one,
        (one) => holds(place, one),
      ) ?? base
    );
  }

  function holds(place: SchemaPlace, value: unknown): boolean {
    return value !== undefined && oracle(place, value, direction).length === 0;
  }

  function isValid(value: unknown): boolean {
    return oracle(root, value, direction).length === 0 && check(root, value).length === 0;
  }
}

/** A value as it is, and then without one of the members of an object in it. */
function* listRooms(whole: unknown, keys: Keys): Generator<unknown> {
  yield whole;
  const object = readPlace(whole, keys);
  if (!isJsonObject(object)) return;
  for (const name of Object.keys(object))
    yield placeValue(whole, keys, withoutMember(object, name));
}

function* listVariants(base: unknown, index: number): Generator<unknown> {
  if (typeof base === 'string') {
    yield `${base}${index}`;
    yield `${index}${base}`;
    yield base.slice(0, -1) + String.fromCodePoint(97 + (index % 26));
    yield String.fromCodePoint(97 + (index % 26)) + base.slice(1);
  } else if (typeof base === 'number') {
    yield base + index + 1;
    yield base - index - 1;
  } else if (isJsonObject(base)) {
    for (const [name, member] of Object.entries(base)) {
      for (const variant of listVariants(member, index)) yield { ...base, [name]: variant };
    }
  }
}
