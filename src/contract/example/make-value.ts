import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema, JsonType, SchemaObject } from '../model/json-schema.ts';
import { allowsType, typeOf } from '../model/json-types.ts';
import { breakSchemas } from './break-schemas.ts';
import { chooseType, findTypes } from './choose-type.ts';
import { type FlatSchema, flattenSchemas } from './flatten-schemas.ts';
import { makeArray } from './make-array.ts';
import { makeNumber } from './make-number.ts';
import { makeObject } from './make-object.ts';
import { makeText } from './make-text.ts';
import type { MakeValue, Making, Place } from './making.ts';

/** Combinations of branches, and other choices, that are tried for one value. */
const MOST_CHOICES = 40;

/** Times that all combinations are tried again, with other members, where none is forbidden. */
const MOST_VARIANTS = 2;
/** Values that are made when the budget is used up, before all is given up. */
const MOST_VALUES = 5000;

/**
 * Makes a value that fits all of some schemas, the least one where there is no former value.
 *
 * A former value that is not known to be wrong stays, and so does all that fits in a wrong one. Each
 * time that a value turns out to be wrong, the next one is made by another choice.
 */
export const makeValue: MakeValue = (schemas, former, place, making) => {
  if (former !== undefined && !making.touched.has(place.pointer)) return former;
  making.budget.values -= 1;
  const tries = making.wrong.get(place.pointer) ?? 0;
  if (former !== undefined && tries < 2) {
    const value = tryChoices(schemas, former, place.salt, place, making);
    if (value !== undefined) return value;
  }
  return tryChoices(schemas, undefined, Math.max(0, tries - 2) + place.salt, place, making);
};

/** Tries one combination of branches after another, and other values where there are no more of them. */
function tryChoices(
  schemas: readonly JsonSchema[],
  former: unknown,
  first: number,
  place: Place,
  making: Making,
): unknown {
  const isFirst = (making.wrong.get(place.pointer) ?? 0) < 2 && place.salt === 0;
  for (let choice = first; choice < first + MOST_CHOICES; choice += 1) {
    if (making.budget.values < -MOST_VALUES) return undefined;
    const flat = flattenSchemas(schemas, former, choice, place, making);
    if (flat === undefined) continue;
    const known = former ?? (isFirst ? findDocumented(flat) : undefined);
    const value = allowValue(flat, known, place, making);
    if (value !== undefined) return value;
    if (flat.forbidden.length === 0 && choice - first >= flat.combinations * MOST_VARIANTS) break;
  }
  return undefined;
}

/** Makes a value of a combination of branches that does not fit what is forbidden. */
function allowValue(flat: FlatSchema, former: unknown, place: Place, making: Making): unknown {
  const value = makeFlat(flat, former, place, making);
  if (value === undefined) return undefined;
  const fitting = flat.forbidden.filter((schema) => making.probe(schema, value) === 0);
  if (fitting.length === 0) return value;
  return breakSchemas(flat.parts, value, fitting, place, making, makeValue);
}

/** Finds the value that the schemas document, in the order in which Prism looks for it. */
function findDocumented({ parts }: FlatSchema): unknown {
  return parts
    .map((part) => part.default ?? firstOf(part.examples) ?? part.example)
    .find((value) => value !== undefined);
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function makeFlat(flat: FlatSchema, former: unknown, place: Place, making: Making): unknown {
  const types = findTypes(flat.parts);
  if (types === undefined) return undefined;
  const listed = listValues(flat.parts, types);
  if (listed !== undefined) return pickListed(listed, former, flat.rest);
  const type = chooseType(types, former, flat);
  const rest = Math.floor(flat.rest / Math.max(1, types.length));
  const at = { ...place, refs: flat.refs, isCut: flat.isCut || making.budget.values < 0 };
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return typeof former === 'boolean' ? former : rest % 2 === 0;
    case 'integer':
    case 'number':
      return makeNumber(flat.parts, former, type === 'integer', rest);
    case 'string':
      return makeText(flat.parts, former, rest);
    case 'array':
      return makeArray({ ...flat, rest }, former, at, making, makeValue);
    case 'object':
      return makeObject({ ...flat, rest }, former, at, making, makeValue);
  }
}

/** Lists the values that all of `const` and `enum` allow; `undefined` where there are neither. */
function listValues(
  parts: readonly SchemaObject[],
  types: readonly JsonType[],
): unknown[] | undefined {
  const lists = parts.flatMap((part) => [
    ...('const' in part ? [[part.const]] : []),
    ...(part.enum === undefined ? [] : [part.enum]),
  ]);
  const [first, ...others] = lists;
  const isTyped = parts.some(({ type }) => type !== undefined);
  return first
    ?.filter((value) => !isTyped || allowsType(types, typeOf(value)))
    .filter((value) => others.every((list) => isListed(list, value)));
}

function pickListed(listed: readonly unknown[], former: unknown, rest: number): unknown {
  return former !== undefined && isListed(listed, former) ? former : listed[rest % listed.length];
}

function isListed(list: readonly unknown[], value: unknown): boolean {
  return list.some((one) => isDeepStrictEqual(one, value));
}
