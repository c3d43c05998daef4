import type { OperationCoverage } from './coverage.ts';

/** Number of answers of an operation. */
export function countCalls({
  statuses,
  undocumented,
}: Pick<OperationCoverage, 'statuses' | 'undocumented'>): number {
  const counts = [...Object.values(statuses), ...Object.values(undocumented)];
  return counts.reduce((sum, count) => sum + count, 0);
}
