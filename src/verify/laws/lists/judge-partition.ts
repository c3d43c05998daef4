import { countNoun } from '../../../text/count-noun.ts';
import type { Found } from '../trail.ts';
import type { ListSource } from './list-source.ts';
import { saysMore } from './page-facts.ts';
import type { ListView } from './view-list.ts';
import type { Walk } from './walk-pages.ts';
import { coversAll, describeSize, lastPages, nameSome } from './walk-words.ts';

/** Says where pages repeat an item, or lose one: together they are the list, each item once. */
export function judgePartition(source: ListSource, view: ListView): Found[] {
  return view.walks.flatMap((walk) => {
    const twice = findTwice(walk, view);
    return twice.length > 0 ? reportTwice(source, walk, twice) : reportLost(source, walk, view);
  });
}

/** Names on several pages. What comes again behind the end of a list is no part of it. */
function findTwice(walk: Walk, view: ListView): string[] {
  const isBehind = walk.end === 'repeated' && coversAll(walk, view);
  const pages = isBehind ? walk.pages.slice(0, -1) : walk.pages;
  const seen = new Set<string>();
  const names = pages.flatMap((page) => page.names);
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}

function reportTwice({ operation }: ListSource, walk: Walk, names: readonly string[]): Found[] {
  return [
    {
      kind: 'listed-twice',
      operation,
      where: 'answer body',
      expected: `each item once on ${countNoun(walk.pages.length, 'page')} ${describeSize(walk)}`,
      found: `${nameSome(names)} more than once`,
      lines: walk.lines,
    },
  ];
}

function reportLost({ operation }: ListSource, walk: Walk, view: ListView): Found[] {
  if (!view.isWhole || walk.end === 'bound' || coversAll(walk, view)) return [];
  const lost = [...view.items.keys()].filter((name) => !walk.items.has(name));
  const said = walk.end === 'said' ? walk.pages.at(-1) : undefined;
  const fact = said && saysMore(said.facts);
  // A server that never tells of another page may have told how to ask for one in other words.
  const isTold = view.walks.some(({ pages }) =>
    pages.some(({ facts }) => saysMore(facts) !== undefined),
  );
  if (walk.end === 'said' && !isTold) return [];
  if (said !== undefined && (fact?.value === false || fact === undefined) && isTail(lost, view)) {
    return [
      {
        kind: 'wrong-page',
        operation,
        where: fact?.where ?? 'answer',
        expected: `another page, as ${countNoun(lost.length, 'item')} follow ${describeSize(walk)}`,
        found: 'none',
        lines: [...walk.lines, ...view.reference.lines],
      },
    ];
  }
  return [
    {
      kind: 'lost-by-paging',
      operation,
      where: 'answer body',
      expected: `all ${countNoun(view.items.size, 'item')} of the list on pages ${describeSize(walk)}`,
      found: `${walk.items.size}, without ${nameSome(lost)}`,
      lines: [...walk.lines, ...lastPages(view, walk)],
    },
  ];
}

/** Whether some items are the last ones of the list. */
function isTail(names: readonly string[], { reference }: ListView): boolean {
  const tail = new Set([...reference.items.keys()].slice(-names.length));
  return names.every((name) => tail.has(name));
}
