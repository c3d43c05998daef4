import { toPlain } from '../contract/model/to-plain.ts';

/** Longest text of a value, in characters. */
const MAX_LENGTH = 60;

/** Writes a value of a contract as JSON, cut where it is long. */
export function showValue(value: unknown): string {
  const text = JSON.stringify(toPlain(value)) ?? 'nothing';
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
