import { findEffect, type SchemaRule } from '../schema-pair.ts';
import type { SchemaView } from '../schema-view.ts';

/** A schema becomes deprecated. */
export const schemaDeprecated: SchemaRule = (pair) => {
  if (isDeprecated(pair.before) || !isDeprecated(pair.after)) return [];
  const [after] = pair.after.keywords.get('deprecated') ?? [];
  const found = findEffect(pair, 'differs', 'schema-deprecated', 'is deprecated', { after });
  return [{ ...found, consumer: 'safe', provider: 'safe' }];
};

function isDeprecated({ keywords }: SchemaView): boolean {
  return keywords.get('deprecated')?.some(({ value }) => value === true) ?? false;
}
