import { showText } from '../../text/show-text.ts';
import type { FindingGroup } from '../model/finding.ts';
import type { VerifiedOperation, VerifyReport } from '../model/report.ts';
import { describeFinding, describeOperation, formatOrigin } from './describe-finding.ts';

/** What formats for tests say of one operation, of the API as a whole, or of a run that ended early. */
export interface TestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'stopped';
  /** One line: the first finding, or why there is no result; empty where it passed. */
  readonly message: string;
  /** Kinds of its errors. */
  readonly kinds: readonly string[];
  /** All of its errors, or its reason, in lines. */
  readonly errors: string;
  readonly warnings: string;
  /** Time of its requests; 0 where there were none, or none is known. */
  readonly milliseconds: number;
}

/** Lists one result for each operation, one for findings without an operation, and one for an early end. */
export function listTestResults({ operations, findings, stopped }: VerifyReport): TestResult[] {
  const byId = Map.groupBy(findings, ({ finding }) => finding.operation?.id);
  const known = new Set<string | undefined>(operations.map(({ id }) => id));
  const others = [...byId].filter(([id]) => !known.has(id));
  return [
    ...operations.map((operation) => toResult(operation, byId.get(operation.id) ?? [])),
    ...others.map(([, groups]) => toResult(groups[0]?.finding.operation, groups)),
    ...(stopped === undefined ? [] : [toStopped(stopped)]),
  ];
}

function toResult(
  operation:
    | (Pick<VerifiedOperation, 'id' | 'method' | 'path'> & Partial<VerifiedOperation>)
    | undefined,
  groups: readonly FindingGroup[],
): TestResult {
  const errors = groups.filter(({ finding }) => finding.severity === 'error');
  const warnings = groups.filter(({ finding }) => finding.severity === 'warning');
  const reason = errors.length === 0 ? readReason(operation) : undefined;
  const described = describeOperation(operation);
  return {
    name: operation === undefined ? described : `${described} ${showText(operation.id)}`,
    outcome: errors.length > 0 ? 'failed' : reason === undefined ? 'passed' : 'skipped',
    message: reason ?? describeFirst(errors),
    kinds: [...new Set(errors.map(({ finding }) => finding.kind))],
    errors: reason ?? errors.map(formatLines).join('\n\n'),
    warnings: warnings.map(formatLines).join('\n\n'),
    milliseconds: operation?.milliseconds ?? 0,
  };
}

function readReason(operation: Partial<VerifiedOperation> | undefined): string | undefined {
  if (operation?.state === 'absent') return 'The server does not have the operation.';
  if (operation?.state !== 'skipped') return undefined;
  return `Not asked: ${showText(operation.reason ?? 'no reason is known')}`;
}

function toStopped(stopped: string): TestResult {
  const message = `Ended early: ${showText(stopped)}`;
  return {
    name: 'the run',
    outcome: 'stopped',
    message,
    kinds: [],
    errors: message,
    warnings: '',
    milliseconds: 0,
  };
}

function describeFirst(groups: readonly FindingGroup[]): string {
  const [first] = groups;
  if (first === undefined) return '';
  const { title, expected, found } = describeFinding(first);
  const more = groups.length > 1 ? ` (and ${groups.length - 1} more)` : '';
  return `${title}: expected ${expected}, found ${found}${more}`;
}

function formatLines(group: FindingGroup): string {
  const { title, where, expected, found, origin, times, commands } = describeFinding(group);
  return [
    where === '' ? title : `${title} at ${where}`,
    `  expected ${expected}`,
    `  found ${found}`,
    ...(origin === undefined ? [] : [`  origin: ${formatOrigin(origin)}`]),
    ...(times === undefined ? [] : [`  ${times}`]),
    ...commands.map((command) => `  ${command}`),
  ].join('\n');
}
