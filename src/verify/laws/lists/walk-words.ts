import type { ListView } from './view-list.ts';
import type { Walk } from './walk-pages.ts';

/** Names that a finding shows. */
const MOST_NAMES = 3;

/** Whether a walk came upon each item that any walk came upon. */
export function coversAll(walk: Walk, { items }: ListView): boolean {
  return items.keys().every((name) => walk.items.has(name));
}

/** Says how large pages are: `of 2`. */
export function describeSize({ size }: Walk): string {
  return size === undefined ? 'of the usual size' : `of ${size}`;
}

/** Names some items: `a, b, c and 4 more`. */
export function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** Commands of a walk that came upon what another one has not. */
export function lastPages({ walks }: ListView, lost: Walk): readonly string[] {
  const other = walks.find((walk) => walk !== lost && walk.items.size > lost.items.size);
  return other?.lines ?? [];
}
