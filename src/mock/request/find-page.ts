import { createPathIndex } from '../../contract/match/path-index.ts';
import type { Behaviour } from '../authoring/behaviour.ts';
import type { Provider } from '../authoring/provider.ts';

type Page = NonNullable<Behaviour['pages']>[number];

export interface FoundPage {
  readonly page: Page;
  /** Values of the path by name, percent-encoding still in place. */
  readonly values: Readonly<Record<string, string>>;
}

export type FindPage = (method: string, path: string) => FoundPage | undefined;

/** Makes the search for the page of a provider's host that a request is for; HEAD falls back to GET, unless there is none. */
export function createPageFinder(
  pages: readonly Page[],
  { hasNoHead = false }: Pick<Partial<Provider>, 'hasNoHead'> = {},
): FindPage {
  const byMethod = new Map(
    Map.groupBy(pages, ({ method }) => method)
      .entries()
      .map(([method, group]) => [
        method,
        createPathIndex(group.map((page) => ({ template: page.path, target: page }))),
      ]),
  );
  return (method, path) => {
    const found = byMethod.get(method === 'HEAD' && !hasNoHead ? 'GET' : method)?.(path);
    const leaf = found?.leaves[0];
    return leaf && { page: leaf.target, values: found.readValues(leaf) };
  };
}
