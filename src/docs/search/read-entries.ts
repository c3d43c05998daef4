import { splitSections } from '../markdown/read-headings.ts';
import type { SitePage } from '../site-page.ts';

/** Part of a page that a search finds. */
export interface SearchEntry {
  readonly title: string;
  /** Empty for the beginning of a page. */
  readonly heading: string;
  readonly text: string;
  /** Address from the root of the site. */
  readonly url: string;
}

/** Longest text of an entry, in characters. */
const MAX_TEXT = 3000;

/** Lists what a search finds: every part of every page. */
export function readEntries(pages: readonly SitePage[]): SearchEntry[] {
  return pages.flatMap((page) =>
    splitSections(page.readMarkdown()).map(({ heading, text }) => {
      const isPart = heading !== undefined && heading.depth > 1;
      const fragment = isPart ? (page.findFragment?.(heading.text) ?? heading.id) : '';
      return {
        title: page.title,
        heading: isPart ? heading.text : '',
        text: text.slice(0, MAX_TEXT),
        url: `${page.path.split('/').map(encodeURIComponent).join('/')}.html${fragment && `#${fragment}`}`,
      };
    }),
  );
}
