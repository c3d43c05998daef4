import { isDeepStrictEqual } from 'node:util';
import type { Spot } from '../change.ts';
import { findEffect, type SchemaPair, type SchemaRule } from '../schema-pair.ts';

/** Keywords of which only is known that they restrict; their content is compared as a whole. */
const RESTRICTING = [
  ...['not', 'if', 'then', 'else', 'propertyNames', 'contains', 'patternProperties'],
  ...['dependentRequired', 'dependentSchemas', 'dependencies', 'prefixItems'],
];
/** Keywords that say how a value is written. */
const WRITING = ['contentEncoding', 'contentMediaType', 'contentSchema', 'xml'];

/** A keyword that has no rule of its own is set, dropped or changed. */
export const keywordChanged: SchemaRule = (pair) => [
  ...RESTRICTING.flatMap((keyword) => compare(pair, keyword, true)),
  ...WRITING.flatMap((keyword) => compare(pair, keyword, false)),
];

function compare(pair: SchemaPair, keyword: string, isRestriction: boolean) {
  const before = pair.before.keywords.get(keyword)?.[0];
  const after = pair.after.keywords.get(keyword)?.[0];
  if (isDeepStrictEqual(before?.value, after?.value)) return [];
  const effect = isRestriction ? effectOf(before, after) : 'differs';
  const verb =
    after === undefined ? 'no longer has' : before === undefined ? 'now has' : 'has another';
  return [findEffect(pair, effect, 'keyword-changed', `${verb} "${keyword}"`, { before, after })];
}

function effectOf(before: Spot | undefined, after: Spot | undefined) {
  if (before === undefined) return 'narrows';
  return after === undefined ? 'widens' : 'differs';
}
