import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { isSchema } from '../model/read-schema.ts';
import type { FlatSchema } from './flatten-schemas.ts';
import { type MakeValue, type Making, MOST_TRIES, type Place } from './making.ts';

interface ArrayRules {
  readonly least: number;
  readonly most: number;
  readonly isUnique: boolean;
  /** Number of items that have schemas of their own. */
  readonly positions: number;
  readonly contained: readonly Contained[];
}

interface Contained {
  readonly schema: JsonSchema;
  readonly least: number;
  readonly most: number;
}

/** Values that are tried for an item that must differ from the others. */
const MOST_SALTS = 30;

/** Makes an array that fits some schemas; `undefined` if it finds no item that it needs. */
export function makeArray(
  { parts }: FlatSchema,
  former: unknown,
  place: Place,
  making: Making,
  makeValue: MakeValue,
): unknown[] | undefined {
  const rules = readArrayRules(parts);
  const kept = Array.isArray(former) ? former : undefined;
  const made: unknown[] = [];
  const count = countItems(rules, kept, place.isCut);
  for (let index = 0; index < count; index += 1) {
    if (!addItem(itemSchemas(parts, index, rules.contained), kept?.[index])) break;
  }
  for (const contained of rules.contained) {
    let missing = contained.least - countFitting(contained);
    while (missing > 0 && made.length < rules.most) {
      const schemas = itemSchemas(parts, made.length);
      if (!addItem([contained.schema, ...schemas], undefined)) break;
      missing -= 1;
    }
    if (missing > 0) return undefined;
  }
  return made.length < rules.least ? undefined : made;

  function countFitting({ schema }: Contained): number {
    return made.filter((item) => making.probe(schema, item) === 0).length;
  }

  /** Adds an item, which differs from all others where it has to; `false` if there is none. */
  function addItem(schemas: readonly JsonSchema[], item: unknown): boolean {
    const pointer = `${place.pointer}/${made.length}`;
    const isNeeded = made.length < rules.least;
    if (!isNeeded && (making.wrong.get(pointer) ?? 0) > MOST_TRIES) return false;
    for (let salt = 0; salt < MOST_SALTS; salt += 1) {
      const at = { ...place, pointer, salt: place.salt + salt };
      const value = makeValue(schemas, salt === 0 ? item : undefined, at, making);
      if (value === undefined) return false;
      if (!rules.isUnique || !made.some((other) => isDeepStrictEqual(other, value))) {
        made.push(value);
        return true;
      }
    }
    return false;
  }
}

function readArrayRules(parts: readonly SchemaObject[]): ArrayRules {
  const numbers = (keyword: string) =>
    parts.map((part) => part[keyword]).filter((value) => typeof value === 'number');
  const ends = parts
    .filter(({ items, unevaluatedItems }) => (items ?? unevaluatedItems) === false)
    .map(positionsOf);
  return {
    least: Math.max(0, ...numbers('minItems')),
    most: Math.min(...numbers('maxItems'), ...ends),
    isUnique: parts.some(({ uniqueItems }) => uniqueItems === true),
    positions: Math.max(0, ...parts.map(positionsOf)),
    contained: parts.flatMap(
      ({ contains, minContains = 1, maxContains = Number.POSITIVE_INFINITY }) =>
        isSchema(contains)
          ? [{ schema: contains, least: Number(minContains), most: Number(maxContains) }]
          : [],
    ),
  };
}

/** A former array keeps its length, a new one has one item, as Prism's have. */
function countItems(
  { least, most, positions, contained }: ArrayRules,
  kept: readonly unknown[] | undefined,
  isCut: boolean,
): number {
  const one = contained.length > 0 ? 0 : 1;
  const usual = kept?.length ?? (isCut ? 0 : Math.max(one, positions));
  return Math.min(Math.max(usual, least), most);
}

/** Schemas of an item by its position; those of `contains` come on top where only so many may fit. */
export function itemSchemas(
  parts: readonly SchemaObject[],
  index: number,
  contained: readonly Contained[] = [],
): JsonSchema[] {
  const own = parts.flatMap((part) => {
    const { prefixItems, items = part.unevaluatedItems } = part;
    const schema =
      Array.isArray(prefixItems) && index < prefixItems.length ? prefixItems[index] : items;
    return isSchema(schema) ? [schema] : [];
  });
  const limited = contained
    .filter(({ most }) => Number.isFinite(most))
    .map(({ schema }) => ({ not: schema }));
  return [...own, ...limited];
}

function positionsOf({ prefixItems }: SchemaObject): number {
  return Array.isArray(prefixItems) ? prefixItems.length : 0;
}
