import { showJson } from '../../text/show-text.ts';

/** Writes a value as JSON that a terminal may print. */
export function writeJson(value: unknown): string {
  return `${showJson(JSON.stringify(value, null, 2))}\n`;
}
