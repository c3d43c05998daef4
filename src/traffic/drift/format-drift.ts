import type { Contract } from '../../contract/model/contract.ts';
import { describeFound, describeViolation } from '../../contract/model/describe-violation.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import { countNoun } from '../../text/count-noun.ts';
import { maskFound } from '../report-violation.ts';
import type { Drift, DriftGroup, ProposedChange } from './find-drift.ts';

/** Most values that are shown of a group. */
const MAX_FOUND = 3;

/** Group for people and programs; secrets are masked. */
export interface DescribedGroup {
  readonly operation: string;
  readonly of: DriftGroup['of'];
  readonly place: string;
  readonly keyword: string;
  readonly expected: string;
  /** Different values that were found, the first ones, each as its type and JSON. */
  readonly found: readonly string[];
  readonly count: number;
  /** First request of it. */
  readonly example: string;
  readonly change: ProposedChange | null;
}

/** Describes a group without secrets. */
export function describeGroup(group: DriftGroup, contract: Contract): DescribedGroup {
  const { operation, of, place, keyword, expected, findings, change } = group;
  const [first] = findings;
  return {
    operation,
    of,
    place,
    keyword,
    expected,
    found: listFound(group, contract),
    count: findings.length,
    example: first === undefined ? '' : describeRequest(first.exchange, contract),
    change: change ?? null,
  };
}

function describeRequest(
  { method, path, query }: DriftGroup['findings'][number]['exchange'],
  contract: Contract,
): string {
  const target = query === '' ? path : `${path}?${query}`;
  const unknown = { operation: undefined, pathValues: undefined };
  return `${method} ${maskTarget({ ...unknown, target, contract })}`;
}

function listFound({ findings }: DriftGroup, contract: Contract): string[] {
  const context = secretContextOf(contract);
  const values = findings.flatMap((finding) => {
    if (finding.kind === 'unknown') return [`status ${finding.exchange.status}`];
    if (finding.kind === 'parameter') {
      return context.isSecret(finding.name) ? [] : [describeFound(finding.value)];
    }
    return [describeFound(maskFound(describeViolation(finding.violation), context))];
  });
  return [...new Set(values)].slice(0, MAX_FOUND);
}

/** Formats a report for people. */
export function formatDrift(file: string, drift: Drift, contract: Contract): string {
  const groups = drift.groups.map((group) => formatGroup(describeGroup(group, contract)));
  const verdict =
    groups.length === 0
      ? 'All of them fit the contract.'
      : `${countNoun(groups.length, 'kind')} of drift.`;
  return [...groups, `${file}: ${describeCounts(drift, contract)} ${verdict}`].join('\n\n');
}

function describeCounts(
  { exchanges, ofOthers, unanswered, unreadBodies }: Drift,
  { title }: Contract,
): string {
  const others = [
    ofOthers > 0 ? `${ofOthers} with other hosts` : '',
    unanswered > 0 ? `${unanswered} without an answer` : '',
    unreadBodies > 0 ? `${countNoun(unreadBodies, 'message')} without the recorded body` : '',
  ].filter((text) => text !== '');
  const rest = others.length === 0 ? '' : ` (not looked at: ${others.join(', ')})`;
  return `${countNoun(exchanges, 'exchange')} with ${title}${rest}.`;
}

function formatGroup(group: DescribedGroup): string {
  const { operation, of, place, expected, found, count, example, change } = group;
  const message = of === 'request' || of === 'response' ? `${of} ` : '';
  const where = place === '' ? '' : ` ${message}${place}`;
  const values = found.length === 0 ? 'nothing' : found.join(', ');
  return [
    `${operation}${where}: expected ${expected}, got ${values} (${countNoun(count, 'time')})`,
    `  first in ${example}`,
    change === null
      ? '  no change of the contract would admit it'
      : `  ${change.place}: ${change.words}`,
  ].join('\n');
}
