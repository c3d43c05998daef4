import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { isJsonObject } from '../../../src/contract/model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../../../src/contract/model/json-schema.ts';
import { typeOf } from '../../../src/contract/model/json-types.ts';

const PATTERNS = ['^[^]*$', '^(?!x{9})', '^[a-z]*$', '^\\d+$', '^.{0,3}$', '^\\p{L}', '[A-Z]\\w?'];
/** Fits nothing that JSON values of these tests are. */
const NEVER = { type: 'string', minLength: 500 } as const;

/** Draws a schema that a value fits, of all keywords that a value can be made for. */
export function drawSchema(draw: GeneratorValue, value: unknown): JsonSchema {
  const own = { ...drawOwn(draw, value), ...drawKeywords(draw, value) };
  switch (draw(fc.nat, { max: 9 })) {
    case 0:
      return { allOf: [own, drawOwn(draw, value)] };
    case 1:
      return { oneOf: [NEVER, own] };
    case 2:
      return { anyOf: [NEVER, own, { const: value }] };
    case 3:
      return value === 'string' ? own : { ...own, not: { const: 'string' } };
    case 4:
      return { ...own, if: NEVER, else: own };
    case 5:
      return { enum: [value, draw(fc.nat)] };
    default:
      return own;
  }
}

function drawOwn(draw: GeneratorValue, value: unknown): SchemaObject {
  const type = typeOf(value);
  return draw(fc.boolean) ? { type } : { type: [type, 'null'] };
}

function drawKeywords(draw: GeneratorValue, value: unknown): SchemaObject {
  if (typeof value === 'number') return drawNumber(draw, value);
  if (typeof value === 'string') return drawText(draw, value);
  if (Array.isArray(value)) return drawArray(draw, value);
  return isJsonObject(value) ? drawObject(draw, value) : {};
}

function drawNumber(draw: GeneratorValue, value: number): SchemaObject {
  const margin = draw(fc.nat, { max: 3 });
  return {
    ...(draw(fc.boolean) && { minimum: value - margin }),
    ...(draw(fc.boolean) && { exclusiveMaximum: value + margin + 1 }),
    ...(Number.isInteger(value) &&
      draw(fc.boolean) && { multipleOf: Math.max(1, Math.abs(value)) }),
  };
}

function drawText(draw: GeneratorValue, value: string): SchemaObject {
  const length = [...value].length;
  const pattern = PATTERNS.filter((one) => new RegExp(one, 'u').test(value)).at(-1);
  return {
    ...(draw(fc.boolean) && { minLength: draw(fc.nat, { max: length }) }),
    ...(draw(fc.boolean) && { maxLength: length + draw(fc.nat, { max: 3 }) }),
    ...(draw(fc.boolean) && { pattern }),
  };
}

function drawArray(draw: GeneratorValue, value: readonly unknown[]): SchemaObject {
  const items = value.map((item) => drawSchema(draw, item));
  const isUnique = new Set(value.map((item) => JSON.stringify(item))).size === value.length;
  const [first] = items;
  return {
    ...(draw(fc.boolean)
      ? { prefixItems: items, items: false }
      : { items: first === undefined ? true : { anyOf: items } }),
    ...(draw(fc.boolean) && { minItems: value.length }),
    ...(isUnique && draw(fc.boolean) && { uniqueItems: true }),
    ...(first !== undefined && draw(fc.boolean) && { contains: first }),
  };
}

function drawObject(draw: GeneratorValue, value: Readonly<Record<string, unknown>>): SchemaObject {
  const names = Object.keys(value);
  const properties = Object.fromEntries(names.map((name) => [name, drawSchema(draw, value[name])]));
  const longest = Math.max(0, ...names.map((name) => name.length));
  const [first = 'other'] = names;
  return {
    properties,
    required: names.filter(() => draw(fc.boolean)),
    ...(draw(fc.boolean) && { additionalProperties: false }),
    ...(draw(fc.boolean) && { unevaluatedProperties: false }),
    ...(draw(fc.boolean) && { minProperties: names.length }),
    ...(draw(fc.boolean) && { maxProperties: names.length }),
    ...(draw(fc.boolean) && { propertyNames: { maxLength: longest } }),
    ...(draw(fc.boolean) && { dependentRequired: { [first]: names } }),
  };
}
