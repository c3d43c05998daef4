import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../../contract/model/json-schema.ts';
import { isSchema } from '../../contract/model/read-schema.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import { countMembers, estimateSize } from './estimate-size.ts';

/** Maximum number of references that are resolved for random data. */
const MAX_REFERENCES = 2000;
/** References that are resolved if resolving all of them makes too much. */
const FEW_REFERENCES = 20;
/** Values that random data may have: the generator makes 75,000 in a second (November 2026). */
const MAX_VALUES = 100_000;

const BASE64 = '^([A-Za-z0-9+/]{4}){1,8}$';

const SINGLE = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains'];
const LISTED = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const NAMED = ['properties', 'patternProperties', 'dependentSchemas'];

interface Unfolding {
  readonly resolve: ResolveSchema;
  /** References between the root and here. */
  readonly path: readonly string[];
  /** Whether optional members are dropped. */
  readonly isCut: boolean;
  /** Whether arrays and maps have as few members as they may. */
  readonly isSparse: boolean;
  readonly budget: { references: number };
}

/**
 * Resolves the references of a schema for Prism's generator, and translates its keywords.
 *
 * The generator treats a reference that it has met a few times as "any value", and ignores newer
 * keywords. Only required members stay inside a recursion, and after `references` references. What
 * would become too much data anyway, such as lists in lists, gets short lists.
 */
export function unfoldSchema(
  schema: unknown,
  resolve: ResolveSchema,
  references = MAX_REFERENCES,
): unknown {
  if (!isSchema(schema)) return schema;
  const state = { resolve, path: [], isCut: false };
  const whole = unfold(schema, { ...state, isSparse: false, budget: { references } });
  if (estimateSize(whole, (count) => count.most) <= MAX_VALUES) return whole;
  const isStillTooMuch = estimateSize(whole, (count) => count.least) > MAX_VALUES;
  const budget = { references: isStillTooMuch ? FEW_REFERENCES : references };
  return unfold(schema, { ...state, isSparse: true, budget });
}

function unfold(schema: JsonSchema, state: Unfolding): unknown {
  // The generator fails for a boolean.
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  return schema.$ref === undefined ? unfoldPlain(schema, state) : unfoldReference(schema, state);
}

function unfoldReference({ $ref = '', ...siblings }: SchemaObject, state: Unfolding): unknown {
  const isInside = state.path.includes($ref);
  // A schema that requires itself has no finite value.
  if (isInside && state.isCut) return {};
  state.budget.references -= 1;
  const isCut = state.isCut || isInside || state.budget.references < 0;
  const inner = { ...state, path: [...state.path, $ref], isCut };
  const target = unfold(state.resolve({ $ref }), inner);
  if (Object.keys(siblings).length === 0) return target;
  return { allOf: [target, unfoldPlain(siblings, state)] };
}

function unfoldPlain(schema: SchemaObject, state: Unfolding): Record<string, unknown> {
  const unfolded: Record<string, unknown> = { ...schema };
  for (const key of SINGLE) {
    const value = schema[key];
    if (isJsonObject(value)) unfolded[key] = unfold(value, state);
  }
  for (const key of LISTED) {
    const list = schema[key];
    if (Array.isArray(list)) unfolded[key] = list.filter(isSchema).map((one) => unfold(one, state));
  }
  for (const key of NAMED) {
    const members = schema[key];
    if (isJsonObject(members)) unfolded[key] = unfoldMembers(members, schema.required, state);
  }
  if (state.isCut && schema.minItems === undefined) unfolded.maxItems = 0;
  else if (state.isSparse && unfolded.items !== undefined)
    unfolded.maxItems = countMembers(schema.minItems).least;
  if (state.isSparse && isJsonObject(unfolded.additionalProperties)) {
    const declared = Object.keys(schema.properties ?? {}).length;
    unfolded.maxProperties = countMembers(schema.minProperties).least + declared;
  }
  return translateKeywords(unfolded);
}

function unfoldMembers(
  members: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
  state: Unfolding,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members)
      .filter((entry): entry is [string, JsonSchema] => isSchema(entry[1]))
      .filter(([name]) => !state.isCut || required.includes(name))
      .map(([name, member]) => [name, unfold(member, state)]),
  );
}

/** The generator knows JSON Schema up to draft 7, but exclusive limits as in draft 4. */
function translateKeywords(schema: Record<string, unknown>): Record<string, unknown> {
  const { prefixItems, unevaluatedProperties, exclusiveMinimum, exclusiveMaximum, ...others } =
    schema;
  // The generator takes a schema without keywords that it knows for the value to make.
  const {
    $schema,
    'x-stoplight': id,
    title,
    description,
    externalDocs,
    deprecated,
    xml,
    ...rest
  } = others;
  return {
    ...rest,
    // The generator would look for names without end where a pattern has too few of them.
    ...((rest.patternProperties ?? rest.propertyNames) !== undefined && {
      minProperties: undefined,
    }),
    ...(rest.format === 'byte' && { format: undefined, pattern: BASE64 }),
    ...('const' in rest && { enum: [rest.const] }),
    ...(prefixItems !== undefined && { items: prefixItems, additionalItems: rest.items }),
    ...(unevaluatedProperties === false && { additionalProperties: false }),
    ...(typeof exclusiveMinimum === 'number' && {
      minimum: exclusiveMinimum,
      exclusiveMinimum: true,
    }),
    ...(typeof exclusiveMaximum === 'number' && {
      maximum: exclusiveMaximum,
      exclusiveMaximum: true,
    }),
  };
}
