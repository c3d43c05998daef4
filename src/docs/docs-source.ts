import type { DocsApi, MarkdownFile } from './docs-api.ts';

/** All that a docs site is made from. */
export interface DocsSource {
  /** Name of the site. */
  readonly title: string;
  readonly apis: readonly DocsApi[];
  /** Page at the front; by default one that lists the APIs. */
  readonly home?: MarkdownFile | undefined;
  readonly guides: readonly MarkdownFile[];
  /** Pages at the end of the navigation, such as the changelog. */
  readonly more: readonly MarkdownFile[];
  /** Facts in which the APIs are compared, as `comparison.yaml` has them. */
  readonly comparison?: ComparisonFile | undefined;
}

/** Facts in which APIs are compared, with the place of each in its contract. */
export interface ComparisonFile {
  /** Path from the folder of the project, for messages. */
  readonly path: string;
  /** Content of the file, as it was parsed. */
  readonly value: unknown;
}

/** How a site is used. */
export interface SiteOptions {
  /** Origin of the mock in samples. */
  readonly mockOrigin: string;
  /** Path of the script that makes operations callable; absent where no mock serves the site. */
  readonly tryItScript?: string | undefined;
}
