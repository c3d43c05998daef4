import { countNoun } from '../../text/count-noun.ts';
import { showText } from '../../text/show-text.ts';
import type { VerifyReport } from '../model/report.ts';
import { listTold } from './group-findings.ts';

/** Names that a line holds before it says how many more there are. */
const MAX_NAMES = 40;

/** Lines about what a run did not do: operations that are absent, those that were not asked and why, notes, an early end. */
export function listGaps(report: VerifyReport): string[] {
  const { findings, operations, notes, stopped } = report;
  const folded = findings.length - listTold(report).length;
  const absent = operations.filter(({ state }) => state === 'absent');
  const skipped = operations.filter(({ state }) => state === 'skipped');
  const unproved = operations.filter(
    ({ state, reason }) => state === 'met' && reason !== undefined,
  );
  return [
    ...(absent.length === 0 ? [] : [`${countAbsent(absent.length, folded)}: ${name(absent)}.`]),
    ...nameByReason('Not asked', skipped),
    ...nameByReason('No refusal is proved', unproved),
    ...(operations.length > 0 && operations.every(({ state }) => state !== 'met')
      ? ['Nothing is proved: no operation could be asked.']
      : []),
    ...notes.map((note) => `Note: ${showText(note)}`),
    ...(stopped === undefined ? [] : [`Ended early: ${showText(stopped)}`]),
  ];
}

/** Findings that are not told one by one are counted here. */
function countAbsent(absent: number, folded: number): string {
  const counted = folded === 0 ? '' : ` (${countNoun(folded, 'finding')})`;
  return `The server does not have ${countNoun(absent, 'operation')}${counted}`;
}

function nameByReason(what: string, operations: VerifyReport['operations']): string[] {
  const reasons = Map.groupBy(operations, ({ reason }) => reason ?? 'no reason is known');
  return [...reasons].map(([reason, ones]) => `${what} (${showText(reason)}): ${name(ones)}.`);
}

function name(operations: readonly { readonly id: string }[]): string {
  const names = operations.slice(0, MAX_NAMES).map(({ id }) => showText(id, 100));
  const more = operations.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
