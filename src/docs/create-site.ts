import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DocsSource, SiteOptions } from './docs-source.ts';
import { PAGE_POLICY, REFERENCE_POLICY } from './layout/page-policy.ts';
import { renderFrame } from './layout/render-frame.ts';
import { renderPage } from './layout/render-page.ts';
import { type LinkContext, resolveLink } from './layout/resolve-link.ts';
import { writeFullText, writeLlmsText } from './llms-text.ts';
import { rewriteLinks } from './markdown/rewrite-links.ts';
import { listPages } from './pages/list-pages.ts';
import { REDOC_SCRIPT, readRedoc } from './reference/redoc-script.ts';
import { createSearchScript } from './search/search-script.ts';
import type { Site, SiteFile } from './site.ts';
import type { SitePage } from './site-page.ts';

const STYLE = 'assets/site.css';
const SCRIPT = 'assets/site.js';
const SEARCH = 'assets/search.js';

const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

type MakeText = () => string | Promise<string>;

/**
 * Makes the docs site of a project: a reference of each API, guides, and what is made from the contracts, each page as HTML and
 * as Markdown. Nothing is rendered before it is asked for, and then each time anew.
 */
export function createSite(source: DocsSource, options: SiteOptions): Site {
  const pages = listPages(source, options);
  const pathBySource = new Map(
    pages.flatMap((page) => (page.source === undefined ? [] : [[page.source, page.path] as const])),
  );
  const linksOf = (page: SitePage, extension: LinkContext['extension']) => (href: string) =>
    resolveLink(href, { page, pathBySource, extension });
  const writeTwin = (page: SitePage) => rewriteLinks(page.readMarkdown(), linksOf(page, 'md'));

  async function writeHtml(page: SitePage): Promise<string> {
    const [style, script] = await Promise.all([STYLE, SCRIPT].map(nameVersion));
    const frame = renderFrame({
      siteTitle: source.title,
      page,
      policy: page.renderHtml === undefined ? PAGE_POLICY : REFERENCE_POLICY,
      style: style ?? STYLE,
      script: script ?? SCRIPT,
      search: SEARCH,
      hasMenu: page.renderHtml === undefined,
    });
    if (page.renderHtml !== undefined) return page.renderHtml(frame, nameVersion);
    return renderPage({ page, pages, frame, resolveLink: linksOf(page, 'html') });
  }

  const files = new Map<string, MakeText>([
    ...pages.flatMap((page): [string, MakeText][] => [
      [`${page.path}.html`, () => writeHtml(page)],
      [`${page.path}.md`, () => writeTwin(page)],
    ]),
    ['llms.txt', () => writeLlmsText(source.title, pages)],
    ['llms-full.txt', () => writeFullText(pages.map(writeTwin))],
    [STYLE, () => readAsset('site.css')],
    [SCRIPT, () => readAsset('site.js')],
    [SEARCH, () => createSearchScript(pages)],
    ['assets/reference.js', () => readAsset('reference.js')],
    ['assets/reference.css', () => readAsset('reference.css')],
    [REDOC_SCRIPT, readRedoc],
  ]);
  return { paths: [...files.keys()], render };

  /** Adds the digest of an asset to its path, so that browsers may keep it for ever. */
  async function nameVersion(path: string): Promise<string> {
    const body = await files.get(path)?.();
    const digest = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    return `${path}?v=${digest.slice(0, 12)}`;
  }

  async function render(path: string): Promise<SiteFile | undefined> {
    const make = files.get(path);
    if (make === undefined) return undefined;
    return { mediaType: mediaTypeOf(path), body: await make() };
  }
}

function mediaTypeOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const known = Object.entries(MEDIA_TYPES).find(([name]) => name === extension);
  return known?.[1] ?? 'application/octet-stream';
}

function readAsset(name: string): Promise<string> {
  return readFile(new URL(`browser/${name}`, import.meta.url), 'utf8');
}
