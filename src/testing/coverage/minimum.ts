import { describeUnknownName } from '../../text/nearest-name.ts';
import { TestingError } from '../testing-error.ts';
import type { Coverage } from './coverage.ts';
import { type CoverageKind, KIND_NAMES, KINDS, percentOf, sumUp } from './sum-up.ts';

/** Least percent of each kind that must be met; a kind that is not named has none. */
export type Minimum = Readonly<Partial<Record<CoverageKind, number>>>;

/**
 * Reads `80`, `statuses=80,operations=100`, or `80,constraints=20`: a figure alone is for all kinds that are not named. Throws
 * TestingError for anything else.
 */
export function readMinimum(text: string): Minimum {
  const parts = text.split(',').map((part) => part.trim().split('='));
  const named = new Map<CoverageKind, number>();
  let other: number | undefined;
  for (const [name = '', figure, ...rest] of parts) {
    if (rest.length > 0) throw malformed(text);
    if (figure === undefined) {
      if (other !== undefined) throw malformed(text);
      other = readPercent(name, text);
      continue;
    }
    const kind = KINDS.find((one) => one === name.trim());
    if (kind === undefined) {
      throw new TestingError(`"${text}": ${describeUnknownName('kind', name.trim(), KINDS)}`);
    }
    if (named.has(kind))
      throw new TestingError(`"${text}": expected each kind once, found ${kind} twice.`);
    named.set(kind, readPercent(figure, text));
  }
  if (other === undefined) return Object.fromEntries(named);
  const all = KINDS.map((kind) => [kind, named.get(kind) ?? other]);
  return Object.fromEntries(all);
}

function readPercent(figure: string, text: string): number {
  const percent = Number(figure);
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(figure) && percent <= 100) return percent;
  throw malformed(text);
}

function malformed(text: string): TestingError {
  return new TestingError(
    `Expected a percentage from 0 to 100, or several such as statuses=80,operations=100, found "${text}".`,
  );
}

/** Says in a sentence of each kind that is below its minimum how far. A kind of which the contracts have nothing is met. */
export function findShortfalls(coverage: Coverage, minimum: Minimum): string[] {
  const shares = sumUp(coverage);
  return KINDS.flatMap((kind) => {
    const { met, all } = shares[kind];
    const wanted = minimum[kind] ?? 0;
    if (100 * met >= wanted * all) return [];
    return [
      `Expected at least ${wanted} % of ${KIND_NAMES[kind]}, found ${percentOf(shares[kind])} % (${met} of ${all}).`,
    ];
  });
}
