import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../../src/contract/model/json-schema.ts';
import type { ResolveSchema } from '../../src/contract/model/resolve-schema.ts';

/** Levels of a value that are looked at; below them nothing is proved. */
const MOST_LEVELS = 6;
/** Schemas that are looked at; a document may refer to itself on many ways. */
const MOST_STEPS = 1000;
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/**
 * Whether it is certain that no response keeps a schema, because parts of it that must all hold contradict each other.
 *
 * It proves three contradictions alone: types that exclude each other, a member that one part requires and another one
 * forbids, and a required member, or an item of a list that must have one, that cannot be itself.
 */
export function isUnsatisfiable(
  schema: JsonSchema,
  resolve: ResolveSchema,
  levels = MOST_LEVELS,
  budget = { steps: MOST_STEPS },
): boolean {
  if (typeof schema === 'boolean') return !schema;
  budget.steps -= 1;
  if (levels === 0 || budget.steps < 0) return false;
  const parts = listParts(schema, resolve);
  const types = TYPES.filter((type) => parts.every((part) => allows(part, type)));
  if (types.length === 0) return true;
  const isNever = (all: readonly JsonSchema[]) =>
    isUnsatisfiable({ allOf: all }, resolve, levels - 1, budget);
  const choices = parts.flatMap(({ oneOf, anyOf }) =>
    [oneOf, anyOf].flatMap((list) => (list ? [list] : [])),
  );
  if (choices.some(isWithoutBranch)) return true;
  if (types.join() === 'array') return parts.some(needsItem) && isNever(itemsOf(parts));
  if (types.join() !== 'object') return false;
  return listNeeded(parts, resolve).some(
    (name) => parts.some((part) => forbids(part, name)) || isNever(membersOf(parts, name)),
  );

  function isWithoutBranch(branches: readonly JsonSchema[]): boolean {
    const own = parts.map(({ oneOf: _one, anyOf: _any, ...rest }) => rest);
    return branches.every((branch) => isNever([branch, ...own]));
  }
}

/** Lists the schemas that must all hold; a `$ref` is apart from what stands beside it. */
function listParts(schema: JsonSchema, resolve: ResolveSchema, depth = 0): SchemaObject[] {
  if (!isJsonObject(schema) || depth > 20) return [];
  const { $ref, allOf = [], ...own } = schema;
  const target = $ref === undefined ? [] : [resolve({ $ref })];
  return [own, ...[...target, ...allOf].flatMap((part) => listParts(part, resolve, depth + 1))];
}

function allows({ type }: SchemaObject, wanted: string): boolean {
  const types: readonly string[] = type === undefined ? TYPES : [type].flat();
  return types.includes(wanted) || (wanted === 'integer' && types.includes('number'));
}

/** Members that a response must have: not those that only a request has. */
function listNeeded(parts: readonly SchemaObject[], resolve: ResolveSchema): string[] {
  const isWriteOnly = (member: JsonSchema) => Object(resolve(member)).writeOnly === true;
  return parts
    .flatMap(({ required = [] }) => required)
    .filter((name) => !membersOf(parts, name).some(isWriteOnly));
}

function membersOf(parts: readonly SchemaObject[], name: string): JsonSchema[] {
  return parts.flatMap(({ properties = {} }) => {
    const member = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return member === undefined ? [] : [member];
  });
}

function forbids(part: SchemaObject, name: string): boolean {
  const { additionalProperties, patternProperties, properties = {} } = part;
  const isClosed = additionalProperties === false && patternProperties === undefined;
  return isClosed && !Object.hasOwn(properties, name);
}

function needsItem({ minItems }: SchemaObject): boolean {
  return Number(minItems) > 0;
}

function itemsOf(parts: readonly SchemaObject[]): JsonSchema[] {
  return parts.flatMap(({ items }) => (items === undefined ? [] : [items]));
}
