import { isDeepStrictEqual } from 'node:util';
import { describeFound } from '../contract/model/describe-violation.ts';
import { escapeToken, isJsonObject } from '../contract/model/json-cursor.ts';

/** Says where two values of JSON differ first, and how; nothing for equal ones. */
export function describeDifference(expected: unknown, found: unknown): string[] {
  if (isDeepStrictEqual(expected, found)) return [];
  const { pointer, ...values } = findDifference(expected, found, '');
  const at = pointer === '' ? '' : ` at ${pointer}`;
  return [
    `body${at}: expected ${describeFound(values.expected)}, found ${describeFound(values.found)}`,
  ];
}

interface Difference {
  readonly pointer: string;
  readonly expected: unknown;
  readonly found: unknown;
}

function findDifference(expected: unknown, found: unknown, pointer: string): Difference {
  const [one, other] = [membersOf(expected), membersOf(found)];
  if (one !== undefined && other !== undefined) {
    const keys = new Set([...one.keys(), ...other.keys()]);
    for (const key of keys) {
      const [inner, outer] = [one.get(key), other.get(key)];
      if (isDeepStrictEqual(inner, outer)) continue;
      return findDifference(inner, outer, `${pointer}/${escapeToken(String(key))}`);
    }
  }
  return { pointer, expected, found };
}

function membersOf(value: unknown): ReadonlyMap<string | number, unknown> | undefined {
  if (Array.isArray(value)) return new Map(value.entries());
  return isJsonObject(value) ? new Map(Object.entries(value)) : undefined;
}
