import { countNoun } from '../text/count-noun.ts';
import { formatTable } from '../text/format-table.ts';
import type { Proof, Score, Survivor } from './proof.ts';

const HEAD = ['API', 'enforcer', 'violations', 'refused', 'score', 'allowed', 'accepted'];
/** Rules without a violation that are listed by name. */
const MOST_RULES = 40;
/** Longest value that is shown. */
const MAX_VALUE = 60;

/** Writes proofs for people: a table, what was treated otherwise than a contract does, and the rules that nothing breaks. */
export function formatProofs(proofs: readonly Proof[]): string {
  const rows = proofs.flatMap(({ api, scores }) => scores.map((score) => toRow(api, score)));
  const blocks = [
    formatTable(HEAD, rows, (column) => column < 2),
    ...proofs.flatMap(formatSurvivors),
    ...proofs.flatMap(formatExcused),
    ...proofs.flatMap(formatUnbroken),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Lowest score of some proofs, in percent: of violations that were refused, and of valid messages that were accepted. */
export function lowestScore(proofs: readonly Proof[]): number {
  const scores = proofs.flatMap((proof) =>
    proof.scores.flatMap(({ all, killed, allowed, accepted }) => [
      percent(killed, all),
      percent(accepted, allowed),
    ]),
  );
  return Math.min(100, ...scores);
}

function percent(part: number, all: number): number {
  return all === 0 ? 100 : (100 * part) / all;
}

function toRow(api: string, score: Score): string[] {
  const { enforcer, all, killed, allowed, accepted } = score;
  return [
    api,
    enforcer,
    `${all}`,
    `${killed}`,
    formatPercent(percent(killed, all)),
    `${allowed}`,
    `${accepted}`,
  ];
}

/** Never shows 100 % for less. */
export function formatPercent(value: number): string {
  return `${value === 100 ? '100' : (Math.floor(value * 10) / 10).toFixed(1)} %`;
}

function formatSurvivors({ api, scores }: Proof): string[] {
  const lines = scores.flatMap(({ enforcer, survivors }) =>
    survivors.map((survivor) => formatSurvivor(enforcer, survivor)),
  );
  if (lines.length === 0) return [];
  return [
    [
      `${api}: ${countNoun(lines.length, 'message')} treated otherwise than the contract does`,
      ...lines,
    ].join('\n'),
  ];
}

function formatSurvivor(enforcer: string, survivor: Survivor): string {
  const { operation, title, problem, said, constraint, value } = survivor;
  const rule =
    constraint === undefined
      ? ''
      : `\n    rule ${[constraint.keyword, constraint.detail].filter((part) => part !== undefined).join(' ')} of #${constraint.pointer}`;
  const found = value === undefined ? '' : `, found ${shorten(JSON.stringify(value) ?? '')}`;
  const words = {
    accepted: 'accepts',
    refused: 'refuses',
    'not named': 'refuses, but not for its place,',
  }[problem];
  return `  ${enforcer} ${words} ${operation}: ${title}${found}${rule}${said === '' || said === 'nothing' ? '' : `\n    it says: ${said}`}`;
}

function shorten(text: string): string {
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE - 1)}…` : text;
}

function formatExcused({ api, scores }: Proof): string[] {
  const lines = scores.flatMap(({ enforcer, excused }) =>
    Object.entries(excused).map(([reason, count]) => `  ${enforcer}: ${count}, as ${reason}`),
  );
  return lines.length === 0
    ? []
    : [[`${api}: violations that an enforcer cannot see`, ...lines].join('\n')];
}

function formatUnbroken({ api, unbroken, unasked }: Proof): string[] {
  const rules = Map.groupBy(
    unbroken,
    ({ constraint: { keyword, detail, pointer }, reason }) =>
      `${[keyword, detail].filter((part) => part !== undefined).join(' ')} of #${pointer}: ${reason}`,
  );
  const lines = [...rules].map(
    ([rule, places]) => `  ${rule} (${countNoun(places.length, 'place')})`,
  );
  const rest = lines.length - MOST_RULES;
  const asked = unasked.map(({ operation, reason }) => `  ${operation}: ${reason}`);
  return [
    ...(lines.length === 0
      ? []
      : [
          [
            `${api}: ${countNoun(lines.length, 'rule')} that no message breaks`,
            ...lines.slice(0, MOST_RULES),
            ...(rest > 0 ? [`  and ${rest} more, which --json lists`] : []),
          ].join('\n'),
        ]),
    ...(asked.length === 0
      ? []
      : [
          [
            `${api}: ${countNoun(asked.length, 'operation')} that no request is made for`,
            ...asked,
          ].join('\n'),
        ]),
  ];
}
