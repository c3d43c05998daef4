import { coerceScalar } from '../model/coerce-scalar.ts';
import type { JsonType } from '../model/json-schema.ts';

/**
 * Converts text to a scalar of the allowed types: unchanged if a string or anything is allowed,
 * otherwise to a matching integer, number or boolean. Text that matches none stays a string.
 */
export function readScalar(text: string, types: readonly JsonType[]): unknown {
  if (types.length === 0 || types.includes('string')) return text;
  if (text === '' && types.includes('null')) return null;
  const value = coerceScalar(text.trim(), types);
  return typeof value === 'string' ? text : value;
}
