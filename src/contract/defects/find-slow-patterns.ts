import { createRequire } from 'node:module';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import { walkDocument } from '../model/walk-document.ts';
import { compileLinear } from '../validate/match-pattern.ts';
import { isPlainPattern } from '../validate/plain-pattern.ts';
import type { Defect } from './defect.ts';

const require = createRequire(import.meta.url);

/** Most patterns that are looked at: each may take as long as the timeout, in milliseconds. */
const MAX_PATTERNS = 100;
const TIMEOUT = 1000;

/**
 * Finds the patterns of a document that take more than linear time in most servers, though not here: see `compilePattern`.
 *
 * It takes a tenth of a second for each pattern that is not plain, and looks at the first hundred of them.
 */
export function findSlowPatterns(document: unknown): Defect[] {
  const places = collectPatterns(document);
  return [...places].slice(0, MAX_PATTERNS).flatMap(([pattern, pointers]) => {
    const problem = describeSlow(pattern);
    if (problem === undefined) return [];
    const remedy = 'Let no two parts of the pattern take the same text.';
    return pointers.map((pointer): Defect => ({ kind: 'slow', pointer, problem, remedy }));
  });
}

/** Pointers by pattern, without those that are plain or no regular expressions. */
function collectPatterns(document: unknown): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  walkDocument(document, ({ pattern, patternProperties }, shape, pointer) => {
    if (shape !== 'schema') return;
    if (typeof pattern === 'string') add(pattern, `${pointer}/pattern`);
    for (const name of isJsonObject(patternProperties) ? Object.keys(patternProperties) : []) {
      add(name, `${pointer}/patternProperties/${escapeToken(name)}`);
    }
  });
  return places;

  function add(pattern: string, pointer: string): void {
    const known = places.get(pattern);
    if (known !== undefined) known.push(pointer);
    else if (!isPlainPattern(pattern)) places.set(pattern, [pointer]);
  }
}

function describeSlow(pattern: string): string | undefined {
  // Not by its own name: that one would start a process, which goes on beside a server.
  const { checkSync }: typeof import('recheck') = require('recheck/lib/browser.js');
  const result = checkSync(pattern, 'u', { timeout: TIMEOUT });
  if (result.status !== 'vulnerable') return undefined;
  const bound =
    compileLinear(pattern) === undefined
      ? '; here a text that takes more than 100 ms does not match'
      : '';
  return `expected a pattern of linear time, found ${JSON.stringify(pattern)}, which takes ${result.complexity.summary} time as on ${result.attack.pattern}${bound}`;
}
