import type { Found } from '../trail.ts';
import type { ListSource } from './list-source.ts';
import type { Fact, PageFacts } from './page-facts.ts';
import type { ListView } from './view-list.ts';
import type { Walk, WalkedPage } from './walk-pages.ts';
import { coversAll, describeSize } from './walk-words.ts';

/** Says where a count is not that of the list. */
export function judgeCounts(source: ListSource, view: ListView): Found[] {
  if (!view.isWhole) return [];
  const all = view.items.size;
  // A walk that loses items says nothing about counts.
  const walks = view.walks.filter((walk) => coversAll(walk, view));
  const found = walks.flatMap((walk) => [
    ...judgeMember(source, walk, 'total', () => [all], `${all}, as the list has so many items`),
    ...judgeMember(
      source,
      walk,
      'pages',
      () => countPages(all, walk),
      `number of pages ${describeSize(walk)} for ${all} items`,
    ),
  ]);
  return firstOfEach([...found, ...judgeAmbiguous(source, walks, all)]);
}

/** A number named `count` is that of the list, or that of the page, and the same one of them at all times. */
function judgeAmbiguous(source: ListSource, walks: readonly Walk[], all: number): Found[] {
  const pages = walks
    .flatMap((walk) => walk.pages.map((page) => ({ walk, page })))
    .filter(({ page }) => page.facts.count !== undefined);
  const isOfPage = pages.every(({ page }) => page.facts.count?.value === page.items.length);
  if (isOfPage && !saysAll(source, pages[0]?.page.facts.count)) return [];
  return walks.flatMap((walk) =>
    judgeMember(source, walk, 'count', () => [all], `${all}, as the list has so many items`),
  );
}

/** Whether the contract says in words that a count is that of all pages. */
function saysAll({ describe }: ListSource, fact: Fact<number> | undefined): boolean {
  return (
    fact !== undefined &&
    /all pages|in total|total|overall|altogether|whole list|matching/i.test(describe(fact.where))
  );
}

function judgeMember(
  { operation }: ListSource,
  walk: Walk,
  member: 'total' | 'pages' | 'count',
  right: (page: WalkedPage) => readonly number[],
  expected: string,
): Found[] {
  return walk.pages.flatMap((page, index): Found[] => {
    const fact: PageFacts['total'] = page.facts[member];
    const allowed = right(page);
    // Behind the end, some servers count nothing.
    const isBehind = page.items.length === 0 && index > 0;
    if (fact === undefined || isBehind || allowed.length === 0 || allowed.includes(fact.value))
      return [];
    const { where, value } = fact;
    return [
      { kind: 'wrong-count', operation, where, expected, found: String(value), lines: walk.lines },
    ];
  });
}

/** An empty list has one page or none. */
function countPages(all: number, { size }: Walk): readonly number[] {
  if (size === undefined) return [];
  return all === 0 ? [0, 1] : [Math.ceil(all / size)];
}

function firstOfEach(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ where }) => seen.size < seen.add(where).size);
}
