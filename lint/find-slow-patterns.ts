import { createContext, runInContext } from 'node:vm';
import { check, type Diagnostics } from 'recheck';
import type { FoundPattern } from './find-patterns.ts';

/** Patterns that are checked at a time; each check is a request to one process. */
const AT_ONCE = 4;
/** Milliseconds for one check. */
const TIMEOUT = 30_000;
/** Length of a text that shows what a pattern really takes: milliseconds if it is linear, or else minutes. */
const PROOF_LENGTH = 300_000;
const PROOF_TIMEOUT = 3000;

/**
 * Finds the regular expressions that take more than linear time on some text, or of which nothing is known.
 *
 * Gives a line for each: where, what was expected, what was found and what to do.
 */
export async function findSlowPatterns(patterns: readonly FoundPattern[]): Promise<string[]> {
  const groups = Map.groupBy(patterns, ({ source, flags }) => `/${source}/${flags}`).values();
  const lines: string[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [first] of groups) if (first !== undefined) lines.push(...(await checkOne(first)));
    }),
  );
  return lines.sort();
}

async function checkOne({ place, source, flags }: FoundPattern): Promise<string[]> {
  const result = await check(source, flags, { timeout: TIMEOUT });
  if (!isSlow(result)) return [];
  const found =
    result.status === 'vulnerable'
      ? `one of ${result.complexity.summary} time, as on ${result.attack.pattern}`
      : `one that cannot be checked (${result.status})`;
  return [
    `${place}: expected a regular expression of linear time, found ${found}: /${source}/${flags}. Let no two parts take the same text, or read it without one.`,
  ];
}

/** What was found by trying, and not proved, counts only if it is slow here as well. */
function isSlow(result: Diagnostics): boolean {
  if (result.status === 'safe') return false;
  return result.status !== 'vulnerable' || result.checker !== 'fuzz' || takesLong(result);
}

function takesLong({ source, flags, attack }: Diagnostics & { status: 'vulnerable' }): boolean {
  const { pumps, suffix } = attack;
  const parts = pumps.map(({ prefix, pump }) => {
    const times = PROOF_LENGTH / pumps.length / Math.max(pump.length, 1);
    return prefix + pump.repeat(Math.ceil(times));
  });
  const context = createContext({
    text: parts.join('') + suffix,
    pattern: new RegExp(source, flags),
  });
  try {
    runInContext('text.replace(pattern, "")', context, { timeout: PROOF_TIMEOUT });
    return false;
  } catch {
    return true;
  }
}
