import type { Found } from '../trail.ts';
import type { ListSource } from './list-source.ts';
import { saysMore } from './page-facts.ts';
import type { ListView } from './view-list.ts';
import type { Walk, WalkedPage } from './walk-pages.ts';
import { coversAll, describeSize } from './walk-words.ts';

/** Says where a page is wrong about what follows it or goes before it, or has more items than were asked for. */
export function judgeNext(source: ListSource, view: ListView): Found[] {
  const found = view.walks.flatMap((walk) => [
    ...judgeFollowing(source, walk, view),
    ...judgePrevious(source, walk),
    ...judgeCurrent(source, walk),
    ...judgeSize(source, walk),
  ]);
  const seen = new Set<string>();
  return found.filter(({ where }) => seen.size < seen.add(where).size);
}

function judgeFollowing({ operation, order }: ListSource, walk: Walk, view: ListView): Found[] {
  const seen = new Set<string>();
  const isWhole = view.isWhole && coversAll(walk, view);
  return walk.pages.flatMap((page, index): Found[] => {
    const before = seen.size;
    for (const name of page.names) seen.add(name);
    const isRepeated = index > 0 && before === seen.size;
    const says = saysMore(page.facts);
    if (says === undefined || isRepeated) return [];
    const following = walk.pages
      .slice(index + 1)
      .flatMap(({ names }) => names)
      .filter((name) => !seen.has(name));
    const about = {
      kind: 'wrong-page' as const,
      operation,
      where: says.where,
      lines: walk.lines.slice(0, index + 2),
    };
    if (!says.value && following.length > 0) {
      return [
        {
          ...about,
          expected: `that another page follows page ${index + 1} ${describeSize(walk)}, as it does`,
          found: 'that none follows',
        },
      ];
    }
    // A cursor may lead to an empty page; whether one follows is a word to be kept.
    const isWord =
      page.facts.more !== undefined ||
      (order.by === 'page' && typeof page.facts.next?.value === 'number');
    const isLast =
      isWhole && seen.size === walk.items.size && following.length === 0 && page.items.length > 0;
    if (says.value && isWord && isLast && walk.end !== 'bound') {
      return [
        {
          ...about,
          expected: `that no page follows page ${index + 1} ${describeSize(walk)}, as it has the last items`,
          found: 'that one follows',
        },
      ];
    }
    return [];
  });
}

function judgePrevious({ operation }: ListSource, walk: Walk): Found[] {
  return walk.pages.flatMap(({ facts: { previous }, items }, index): Found[] => {
    if (previous === undefined || previous.value === index > 0 || items.length === 0) return [];
    const expected =
      index > 0 ? 'that a page goes before' : 'that no page goes before the first one';
    const lines = walk.lines.slice(0, index + 1);
    return [
      {
        kind: 'wrong-page',
        operation,
        where: previous.where,
        expected,
        found: String(previous.value),
        lines,
      },
    ];
  });
}

/** Pages may be counted from 0 in the answer, and from 1 in the request, but one after the other. */
function judgeCurrent({ operation, order }: ListSource, walk: Walk): Found[] {
  if (order.by !== 'page') return [];
  const [first] = walk.pages;
  const start = first?.facts.current?.value;
  if (start === undefined || start > 1) return [];
  return walk.pages.flatMap(({ facts: { current }, items }, index): Found[] => {
    if (current === undefined || current.value === start + index || items.length === 0) return [];
    // What is asked for behind the end may be answered by the last page.
    if (walk.end === 'repeated' && index === walk.pages.length - 1) return [];
    const lines = walk.lines.slice(0, index + 1);
    return [
      {
        kind: 'wrong-page',
        operation,
        where: current.where,
        expected: String(start + index),
        found: String(current.value),
        lines,
      },
    ];
  });
}

function judgeSize({ operation, order }: ListSource, walk: Walk): Found[] {
  const { size } = walk;
  const index =
    size === undefined ? -1 : walk.pages.findIndex((page: WalkedPage) => page.items.length > size);
  const page = walk.pages[index];
  if (order.size === undefined || page === undefined) return [];
  return [
    {
      kind: 'wrong-page',
      operation,
      where: `query ${order.size.name}`,
      expected: `at most ${size} items on a page`,
      found: `${page.items.length} items`,
      lines: walk.lines.slice(index, index + 1),
    },
  ];
}
