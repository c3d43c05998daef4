import { coerceScalar } from '../model/coerce-scalar.ts';
import type { JsonType } from '../model/json-schema.ts';

/**
 * Reads text as a scalar of the allowed types: verbatim where a string is allowed or nothing is said,
 * else as integer, number or boolean when it looks like one. Text that fits none stays text.
 */
export function readScalar(text: string, types: readonly JsonType[]): unknown {
  if (types.length === 0 || types.includes('string')) return text;
  if (text === '' && types.includes('null')) return null;
  const value = coerceScalar(text.trim(), types);
  return typeof value === 'string' ? text : value;
}
