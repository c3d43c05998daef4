import { isAbsolute, relative } from 'node:path';
import type { MockApi } from '../mock/create-mock.ts';
import { countNoun } from '../text/count-noun.ts';

/** What `mock` says once it serves a contract anew; names the base path where it is another one. */
export function formatReload(api: MockApi, oldMount: string, milliseconds: number): string {
  const { contract, mount } = api;
  const operations = countNoun(contract.operations.length, 'operation');
  const place = mount === oldMount ? '' : ` at ${mount || '/'}`;
  return `Reloaded ${shorten(contract.file)}: ${operations}${place}, ${Math.round(milliseconds)} ms.`;
}

/** Path as it is known where the program was called: relative to there, unless it leads out of it. */
function shorten(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}
