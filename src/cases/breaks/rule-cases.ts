import type { SchemaObject } from '../../contract/model/json-schema.ts';

/** One keyword of a schema, and values that are tried to break it, or to just keep it. */
export interface RuleCase {
  readonly keyword: string;
  /** What tells it from others of the keyword, such as the name of a member. */
  readonly detail?: string;
  /** What a broken value is, such as `longer than 40`. */
  readonly what: string;
  /** Values to put in the place of the valid one, the least change first. */
  readonly breaks: Iterable<unknown>;
  /** Values that just keep the rule. */
  readonly edges?: readonly Edge[];
}

/** Value that a schema allows, at the border of a rule. */
export interface Edge {
  readonly what: string;
  readonly values: Iterable<unknown>;
}

/** Lists what is to be tried for a schema's own keywords, on a value that keeps them. */
export type ListRules = (schema: SchemaObject, value: unknown) => readonly RuleCase[];
