import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { NameRule } from '../list-evaluated.ts';

/** What a schema says and the generator leaves out, told to its resolvers. */
export interface SchemaHint {
  /** No value is valid. */
  readonly isNever?: true;
  /** Exactly one alternative of a union is to hold. */
  readonly isExclusive?: true;
  readonly multipleOf?: number;
  readonly uniqueItems?: true;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** The last item of a tuple is the schema of those behind it. */
  readonly hasRest?: true;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly propertyNames?: NameRule;
  /** Names that are required together with a name. */
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  /** Names that are required where others have these values. */
  readonly requiredWhen?: {
    readonly when: Readonly<Record<string, string | number | boolean>>;
    readonly names: readonly string[];
  };
  /** Names that may not be there together, with the types of values for which that holds; empty for any. */
  readonly notTogether?: Readonly<Record<string, string>>;
}

/** Extension that carries a hint through the generator, which keeps extensions and copies no other keyword. */
const HINT = 'x-share-contracts-hint';

/** Adds to the hint of a schema, from which the extensions of its author have been taken. */
export function addHint(schema: Record<string, unknown>, hint: SchemaHint): void {
  schema[HINT] = { ...readHint(schema), ...hint };
}

/** Creates a schema that nothing fits; it has a type because the generator tells no hint where there is none. */
export function createNever(): Record<string, unknown> {
  const schema = { type: 'string' };
  addHint(schema, { isNever: true });
  return schema;
}

/** Returns the hint of a schema; empty where there is none. */
export function readHint(schema: object): SchemaHint {
  const hint: unknown = Reflect.get(schema, HINT);
  return isHint(hint) ? hint : {};
}

function isHint(value: unknown): value is SchemaHint {
  return isJsonObject(value);
}
