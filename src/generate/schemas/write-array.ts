import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { MutableSchema } from '../mutable-schema.ts';
import { addHint, readHint } from './schema-hint.ts';

/** Tells in place what the generator leaves out of an array or a tuple. */
export function writeArray(schema: MutableSchema): void {
  if (schema.type !== 'array') return;
  if (schema.uniqueItems === true) addHint(schema, { uniqueItems: true });
  if (Array.isArray(schema.prefixItems) && schema.prefixItems.length > 0) writeTuple(schema);
  else writeList(schema);
}

/** Of a tuple, items may be missing from the end, and more may follow. */
function writeTuple(schema: MutableSchema): void {
  const { prefixItems, items, minItems, maxItems } = schema;
  if (readHint(schema).minItems !== undefined || !Array.isArray(prefixItems)) return;
  for (const keyword of ['items', 'minItems', 'maxItems']) delete schema[keyword];
  if (typeof maxItems === 'number') addHint(schema, { maxItems });
  addHint(schema, { minItems: typeof minItems === 'number' ? minItems : 0 });
  if (items === false) return;
  schema.prefixItems = [...prefixItems, isJsonObject(items) ? items : {}];
  addHint(schema, { hasRest: true });
}

function writeList(schema: MutableSchema): void {
  delete schema.prefixItems;
  const { items, minItems, maxItems } = schema;
  // The generator would repeat the schema of the items as many times.
  if (typeof minItems === 'number' && minItems === maxItems && minItems > 0) {
    addHint(schema, { minItems, maxItems: minItems });
    delete schema.minItems;
    delete schema.maxItems;
  }
  if (!isJsonObject(items)) return;
  // Of items that are several schemas, the generator forgets some, or how they belong together.
  schema.items = { allOf: [items] };
}
