import type { JsonSchema } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import type { ReadBranches } from '../validate/discriminator-branches.ts';
import type { SchemaProbe } from '../validate/schema-validator.ts';

/** What is known of a document and of the values that were tried so far. */
export interface Making {
  readonly resolve: ResolveSchema;
  readonly readBranches: ReadBranches;
  /** Tells how far a value is from a schema of the document. */
  readonly probe: SchemaProbe;
  /** Number of times that the value at a pointer, or a rule about it, was wrong. */
  readonly wrong: ReadonlyMap<string, number>;
  /** Pointers of all values that have a wrong value inside, or are wrong themselves. */
  readonly touched: ReadonlySet<string>;
  /** Values that may still be made with all their optional members, which bounds the work. */
  readonly budget: { values: number };
}

/** Where a value stands. */
export interface Place {
  readonly pointer: string;
  /** References between the root and here. */
  readonly refs: readonly string[];
  /** Whether only what is required is made, because a schema contains itself. */
  readonly isCut: boolean;
  /** Number of the value among its equals, which must differ. */
  readonly salt: number;
}

/**
 * Makes a value that fits all of some schemas, out of a former one as far as that fits; `undefined`
 * if it finds none.
 */
export type MakeValue = (
  schemas: readonly JsonSchema[],
  former: unknown,
  place: Place,
  making: Making,
) => unknown;

/** After so many wrong values, an optional member or item is left out, or its owner made anew. */
export const MOST_TRIES = 6;
