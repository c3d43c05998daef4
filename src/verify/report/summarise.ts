import { countNoun } from '../../text/count-noun.ts';
import type { Coverage, VerifiedOperation, VerifyReport } from '../model/report.ts';

/** What was met of a contract, or of several. */
export interface CoverageSummary {
  readonly operations: Share;
  readonly statuses: Share;
  readonly constraints: Share;
}

/** Figures of one report, or of several. */
export interface Summary extends CoverageSummary {
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly requests: number;
  readonly milliseconds: number;
}

/** How many of how many. */
export interface Share {
  readonly met: number;
  readonly all: number;
}

/** Adds up what reports found and what they met. */
export function summarise(reports: readonly VerifyReport[]): Summary {
  const found = reports.flatMap(({ findings }) => findings);
  const errors = found.filter(({ finding }) => finding.severity === 'error').length;
  return {
    findings: found.length,
    errors,
    warnings: found.length - errors,
    requests: sum(reports.map(({ requests }) => requests)),
    milliseconds: sum(reports.map(({ milliseconds }) => milliseconds)),
    ...summariseOperations(reports.flatMap(({ operations }) => operations)),
  };
}

/** Adds up what was met of operations. */
export function summariseOperations(operations: readonly VerifiedOperation[]): CoverageSummary {
  return {
    operations: { met: operations.filter(isMet).length, all: operations.length },
    statuses: addUp(operations.map(({ statuses }) => statuses)),
    constraints: addUp(operations.map(({ constraints }) => constraints)),
  };
}

/** Says in one line what was found: `3 findings (2 errors, 1 warning) in 214 requests, 1.8 s.` */
export function formatSummary(summary: Summary): string {
  const { requests, milliseconds } = summary;
  return `${formatCount(summary)} in ${countNoun(requests, 'request')}, ${formatSeconds(milliseconds)}.`;
}

/** Counts findings, such as `3 findings (2 errors, 1 warning)`, or `No findings`. */
export function formatCount({ findings, errors, warnings }: Summary): string {
  if (findings === 0) return 'No findings';
  const parts = [
    ...(errors > 0 ? [countNoun(errors, 'error')] : []),
    ...(warnings > 0 ? [countNoun(warnings, 'warning')] : []),
  ];
  return `${countNoun(findings, 'finding')} (${parts.join(', ')})`;
}

/** Writes milliseconds as `1.8 s`. */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Writes a share as `12 of 20`; a dash where there is nothing to meet. */
export function formatShare({ met, all }: Share): string {
  return all === 0 ? '-' : `${met} of ${all}`;
}

/** How many of what there is were met. */
export function shareOf({ met, missed }: Coverage): Share {
  return { met: met.length, all: met.length + missed.length };
}

function addUp(coverages: readonly Coverage[]): Share {
  const shares = coverages.map(shareOf);
  return { met: sum(shares.map(({ met }) => met)), all: sum(shares.map(({ all }) => all)) };
}

function isMet({ state }: VerifiedOperation): boolean {
  return state === 'met';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
