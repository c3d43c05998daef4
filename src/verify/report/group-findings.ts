import type { FindingGroup, FindingKind } from '../model/finding.ts';
import type { VerifyReport } from '../model/report.ts';

/** Findings of one kind and severity, by operation. */
export interface KindGroup {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning';
  readonly operations: readonly (readonly FindingGroup[])[];
  readonly count: number;
}

/** Groups findings by kind, then by operation: errors before warnings, otherwise in the order of the report. */
export function groupFindings(findings: readonly FindingGroup[]): KindGroup[] {
  const kinds = Map.groupBy(findings, ({ finding }) => `${finding.severity} ${finding.kind}`);
  return [...kinds.values()].flatMap(toKindGroup).sort((one, other) => rank(one) - rank(other));
}

/**
 * Findings to be told one by one. That an operation is not there is none of them where the report says so of the operation itself:
 * a server that has a tenth of a contract would bury all else.
 */
export function listTold({ findings, operations }: VerifyReport): FindingGroup[] {
  const absent = new Set(operations.filter(({ state }) => state === 'absent').map(({ id }) => id));
  return findings.filter(
    ({ finding: { kind, operation } }) =>
      kind !== 'no-such-operation' || operation === undefined || !absent.has(operation.id),
  );
}

function toKindGroup(groups: readonly FindingGroup[]): KindGroup[] {
  const [first] = groups;
  if (first === undefined) return [];
  const { kind, severity } = first.finding;
  const operations = Map.groupBy(groups, ({ finding }) => finding.operation?.id);
  return [{ kind, severity, operations: [...operations.values()], count: groups.length }];
}

function rank({ severity }: KindGroup): number {
  return severity === 'error' ? 0 : 1;
}
