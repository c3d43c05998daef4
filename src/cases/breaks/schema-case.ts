import type { SchemaPlace } from '../../contract/model/contract.ts';
import type { Direction } from '../../contract/model/direction.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Constraint } from '../case.ts';
import type { SchemaOracle } from '../schema-oracle.ts';
import type { FindValue } from '../value-maker.ts';

/** Rule of a schema, without the part of the message that it is about. */
export type SchemaRule = Omit<Constraint, 'in'>;

/** A value that differs from a valid one in one place. */
export interface SchemaCase {
  readonly rule: SchemaRule;
  /** JSON Pointer of the place. */
  readonly at: string;
  /** What the value is there, such as `longer than 40`. */
  readonly what: string;
  /** The value as a whole. */
  readonly value: unknown;
  /** Keywords that it cannot but break as well. */
  readonly beside: readonly string[];
}

/** What follows from a schema: values that break one rule each, values at the border of one, and rules for which there is none. */
export interface SchemaCases {
  readonly breaks: readonly SchemaCase[];
  readonly edges: readonly SchemaCase[];
  readonly underivable: readonly UnderivedRule[];
}

export interface UnderivedRule {
  readonly rule: SchemaRule;
  readonly at: string;
}

/** What values are judged by. */
export interface CaseTools {
  readonly document: unknown;
  readonly direction: Direction;
  readonly resolve: ResolveSchema;
  /** A second opinion, so that no value is sent about which two validators differ. */
  readonly oracle: SchemaOracle;
  /** Violations of a schema by a value. */
  readonly check: (place: SchemaPlace, value: unknown) => readonly Violation[];
  readonly find: FindValue;
  /** Whether the rules of the schema at a pointer are tried; all are by default. */
  readonly isWanted?: (pointer: string) => boolean;
}
