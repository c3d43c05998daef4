/** Group of the navigation that a page stands in. */
export type PageGroup = 'guides' | 'apis' | 'more';

/** Page of the site: Markdown from which its HTML, its twin and its entries of the search are made. */
export interface SitePage {
  /** Path without extension, such as `guides/testing`. */
  readonly path: string;
  readonly title: string;
  /** Title in the navigation, where it is another. */
  readonly label?: string;
  readonly group: PageGroup;
  /** One sentence about it, without Markdown. */
  readonly summary?: string;
  /** API that it is about. */
  readonly api?: string;
  /** File that it renders, as a path from the folder of the project. */
  readonly source?: string;
  /** The whole page as Markdown, with its title as the one heading of level 1. */
  readonly readMarkdown: () => string;
  /** Whole HTML of a page that is not rendered from its Markdown. */
  readonly renderHtml?: (frame: PageFrame, nameVersion: NameVersion) => Promise<string>;
  /** Fragment that leads to a heading, where the page is not rendered from its Markdown. */
  readonly findFragment?: (heading: string) => string;
}

/** What all pages of the site share. */
export interface PageFrame {
  /** HTML between `<head>` and `</head>`. */
  readonly head: string;
  /** HTML of the bar above the content. */
  readonly header: string;
}

/** Adds the version of an asset to its path. */
export type NameVersion = (path: string) => Promise<string>;
