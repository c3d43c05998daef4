import type { Found, Spot } from './change.ts';
import { type Effect, type Flow, rate } from './flow.ts';
import type { SchemaView, ViewSchemas } from './schema-view.ts';

/** One schema in two versions of a contract, and the way of its values. */
export interface SchemaPair {
  readonly before: SchemaView;
  readonly after: SchemaView;
  readonly flow: Flow;
  readonly viewBefore: ViewSchemas;
  readonly viewAfter: ViewSchemas;
}

/** Finds how two versions of a schema itself differ, without the schemas inside. */
export type SchemaRule = (pair: SchemaPair) => readonly Found[];

/** Places of a finding; that of the schema where there is none of its own. */
export interface Places {
  readonly before?: Spot | undefined;
  readonly after?: Spot | undefined;
}

/** Makes a finding of what becomes of the values that are allowed. */
export function findEffect(
  { flow, before, after }: SchemaPair,
  effect: Effect,
  rule: string,
  what: string,
  places: Places = {},
): Found {
  return {
    ...rate(flow, effect),
    rule,
    what,
    before: places.before ?? { pointer: before.spot.pointer, value: undefined },
    after: places.after ?? { pointer: after.spot.pointer, value: undefined },
  };
}
