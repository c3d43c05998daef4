import fc from 'fast-check';
import type { Choice, Chosen } from './random-choices.ts';

/** Longest text that is made. */
const MOST_LETTERS = 5000;
/** What `fc.integer` can make. */
const LEAST = -0x80000000;
const MOST = 0x7fffffff;

/** How many requests are made, and in which sequence. */
export interface RandomOptions {
  readonly seed: number;
  readonly runs: number;
}

/**
 * Tries choices at random until one is no good, and then less and less of that one: fewer choices, each value towards the first
 * that is known, and towards the shortest or least one. Texts of other lengths and other whole numbers are made between those
 * that are known. `isGood` gives undefined for choices that cannot be tried.
 */
export async function tryAtRandom(
  choices: readonly Choice[],
  { seed, runs }: RandomOptions,
  isGood: (chosen: readonly Chosen[]) => Promise<boolean | undefined>,
): Promise<void> {
  const values = choices.map((choice) =>
    listValues(choice).map((value): Chosen => ({ choice, value })),
  );
  const arbitrary = fc
    .tuple(fc.subarray([...choices.keys()]), fc.tuple(...values))
    .map(([indexes, all]) => all.filter((_, index) => indexes.includes(index)));
  const property = fc.asyncProperty(arbitrary, async (chosen) => {
    const verdict = await isGood(chosen);
    fc.pre(verdict !== undefined);
    return verdict;
  });
  await fc.check(property, { seed, numRuns: runs });
}

function listValues({ values }: Choice): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...values);
  const made = [...madeTexts(values), ...madeNumbers(values)];
  if (made.length === 0) return known;
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: known, weight: 2 },
    ...made.map((arbitrary) => ({ arbitrary, weight: 1 })),
  );
}

function madeTexts(values: readonly unknown[]): fc.Arbitrary<unknown>[] {
  const texts = values.filter((value) => typeof value === 'string').map((text) => [...text]);
  const [first] = texts.filter(({ length }) => length > 0);
  if (first === undefined) return [];
  const lengths = texts.map(({ length }) => length);
  const [min, max] = [Math.min(...lengths), Math.min(Math.max(...lengths), MOST_LETTERS)];
  if (max - min < 2) return [];
  return [fc.integer({ min, max }).map((length) => toLength(first, length))];
}

function madeNumbers(values: readonly unknown[]): fc.Arbitrary<unknown>[] {
  const numbers = values.filter((value) => typeof value === 'number' && Number.isInteger(value));
  const min = Math.max(LEAST, Math.min(...numbers.map(Number)));
  const max = Math.min(MOST, Math.max(...numbers.map(Number)));
  return max - min < 2 ? [] : [fc.integer({ min, max })];
}

function toLength(letters: readonly string[], length: number): string {
  return Array.from({ length }, (_, index) => letters[index % letters.length]).join('');
}
