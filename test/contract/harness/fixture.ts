import { readFile } from 'node:fs/promises';

/** Text of a payload as a provider's page shows it. */
export function readFixture(name: string): Promise<string> {
  return readFile(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}
