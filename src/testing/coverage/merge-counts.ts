import type { Coverage, OperationCoverage } from './coverage.ts';

type Counts = Readonly<Record<string, number>>;

/** Adds up what several mocks, workers or shards met. */
export function mergeCounts(coverages: readonly Coverage[]): Coverage {
  const merged = new Map<string, OperationCoverage>();
  for (const coverage of coverages.flat()) {
    const key = JSON.stringify([coverage.api, coverage.operation]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? coverage : add(known, coverage));
  }
  return [...merged.values()];
}

function add(one: OperationCoverage, other: OperationCoverage): OperationCoverage {
  return {
    api: one.api,
    operation: one.operation,
    statuses: sum(one.statuses, other.statuses),
    inClasses: sum(one.inClasses, other.inClasses),
    undocumented: sum(one.undocumented, other.undocumented),
    codes: sum(one.codes, other.codes),
    otherCodes: sum(one.otherCodes, other.otherCodes),
    examples: sum(one.examples, other.examples),
    parameters: sum(one.parameters, other.parameters),
    constraints: sum(one.constraints, other.constraints),
  };
}

function sum(one: Counts, other: Counts): Counts {
  const counts = new Map(Object.entries(one));
  for (const [key, count] of Object.entries(other)) counts.set(key, (counts.get(key) ?? 0) + count);
  return Object.fromEntries(counts);
}
