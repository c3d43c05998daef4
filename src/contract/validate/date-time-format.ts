import type { Ajv2020 } from 'ajv/dist/2020.js';

/** Most instants: all but February 29 and leap seconds. */
const PLAIN =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)[Tt\s](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/;

/**
 * Makes the format `date-time` of an ajv quick: it takes most instants apart by five expressions, which is half of the check
 * of a list of them (November 2026).
 */
export function quickenDateTime(ajv: Ajv2020): void {
  const known = ajv.formats['date-time'];
  const check = typeof known === 'object' && 'validate' in known ? known.validate : undefined;
  if (isTextCheck(check)) ajv.addFormat('date-time', (text) => PLAIN.test(text) || check(text));
}

function isTextCheck(check: unknown): check is (text: string) => boolean {
  return typeof check === 'function';
}
