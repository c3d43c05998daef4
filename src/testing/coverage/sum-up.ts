import { countCalls } from './count-calls.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';

/** What a contract has that may be met. */
export const KINDS = [
  'operations',
  'statuses',
  'codes',
  'examples',
  'parameters',
  'constraints',
] as const;

export type CoverageKind = (typeof KINDS)[number];

/** How much was met of how much. */
export interface Share {
  readonly met: number;
  readonly all: number;
}

/** Words for a kind, as they stand beside a figure. */
export const KIND_NAMES: Readonly<Record<CoverageKind, string>> = {
  operations: 'operations',
  statuses: 'statuses',
  codes: 'error codes',
  examples: 'examples',
  parameters: 'parameters',
  constraints: 'constraints',
};

/** The same of one. */
export const ONE_OF_KIND: Readonly<Record<CoverageKind, string>> = {
  operations: 'operation',
  statuses: 'status',
  codes: 'error code',
  examples: 'example',
  parameters: 'parameter',
  constraints: 'constraint',
};

/** Says of each kind how much was met. */
export function sumUp(coverage: Coverage): Readonly<Record<CoverageKind, Share>> {
  const shareOf = (kind: CoverageKind) => {
    const counts = coverage.flatMap((one) => countsOf(one, kind).map(([, count]) => count));
    return { met: counts.filter((count) => count > 0).length, all: counts.length };
  };
  return {
    operations: shareOf('operations'),
    statuses: shareOf('statuses'),
    codes: shareOf('codes'),
    examples: shareOf('examples'),
    parameters: shareOf('parameters'),
    constraints: shareOf('constraints'),
  };
}

/** Lists what a contract has of one kind for an operation, with how often it was met. */
export function countsOf(
  operation: OperationCoverage,
  kind: CoverageKind,
): [name: string, count: number][] {
  if (kind === 'operations') return [[operation.operation, countCalls(operation)]];
  return Object.entries(operation[kind]);
}

/** Percent to one digit, rounded down: 100 stands for all, and nothing less. */
export function percentOf({ met, all }: Share): number {
  return all === 0 ? 100 : Math.floor((1000 * met) / all) / 10;
}
