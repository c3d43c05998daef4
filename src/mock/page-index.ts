import { createPathIndex } from '../contract/path-index.ts';
import type { Behaviour } from './behaviour.ts';

type Page = NonNullable<Behaviour['pages']>[number];

export interface FoundPage {
  readonly page: Page;
  /** Values of the path by name, percent-encoding still in place. */
  readonly values: Readonly<Record<string, string>>;
}

export type FindPage = (method: string, path: string) => FoundPage | undefined;

/** Makes the search for the page of a provider's host that a request is for; HEAD falls back to GET. */
export function createPageIndex(pages: readonly Page[]): FindPage {
  const find = createPathIndex(pages.map((page) => ({ template: page.path, target: page })));
  return (method, path) => {
    const found = find(path);
    const page = found?.route.target;
    const wanted = method === 'HEAD' ? 'GET' : method;
    if (found === undefined || page === undefined || page.method !== wanted) return undefined;
    return { page, values: found.values };
  };
}
