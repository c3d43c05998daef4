import type { ExchangeLine } from './history-line.ts';

const NAME = /^<<(%)?([^<>]+)>>$/;

/**
 * Finds the values that names stood for, by comparing each target with the one that was sent.
 *
 * A name that moves, as that of the next page does, has no one value; it is left out.
 */
export function findRecordedNames(lines: readonly ExchangeLine[]): Map<string, string> {
  const values = new Map<string, string>();
  const moving = new Set<string>();
  for (const line of lines) {
    for (const [name, value] of compareTargets(line)) {
      if ((values.get(name) ?? value) !== value) moving.add(name);
      values.set(name, value);
    }
  }
  for (const name of moving) values.delete(name);
  return values;
}

/** Names in a target, with what was sent in their places. */
function compareTargets({ path, query, sentTarget = '' }: ExchangeLine): [string, string][] {
  const template = query === null || query === undefined ? path : `${path}?${query}`;
  const parts = template.split(/(<<[^<>]+>>)/);
  const [first = ''] = parts;
  const values: [string, string][] = [];
  let end = sentTarget.indexOf(first) + first.length;
  for (let i = 1; i < parts.length; i += 2) {
    const [, percent, name = ''] = NAME.exec(parts[i] ?? '') ?? [];
    const following = parts[i + 1] ?? '';
    const next = following === '' ? sentTarget.length : sentTarget.indexOf(following, end);
    if (sentTarget === '' || next < 0) return values;
    const sent = sentTarget.slice(end, next);
    values.push([name, percent === undefined ? sent : decodeURIComponent(sent)]);
    end = next + following.length;
  }
  return values;
}
