import { escapeHtml } from '../../html/escape-html.ts';
import type { PageFrame, SitePage } from '../site-page.ts';
import { PAGE_ICON } from './inline-image.ts';
import { linkBetween } from './relative-link.ts';

/** What the bar and the head of a page need. */
export interface FrameOptions {
  readonly siteTitle: string;
  readonly page: Pick<SitePage, 'path' | 'title' | 'summary'>;
  readonly policy: string;
  /** Paths of the style and the script of all pages. */
  readonly style: string;
  readonly script: string;
  /** Path of the script that searches. */
  readonly search: string;
  /** Whether the page has a navigation for narrow screens. */
  readonly hasMenu: boolean;
}

/** Renders what all pages begin with. */
export function renderFrame(options: FrameOptions): PageFrame {
  return { head: renderHead(options), header: renderHeader(options) };
}

function renderHead({ siteTitle, page, policy, style, script }: FrameOptions): string {
  const { path, title, summary } = page;
  const name = title === siteTitle ? title : `${title} · ${siteTitle}`;
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title>
${summary === undefined ? '' : `<meta name="description" content="${escapeHtml(summary)}">\n`}<link rel="icon" href="${PAGE_ICON}">
<link rel="alternate" type="text/markdown" href="${linkBetween(path, `${path}.md`)}">
<link rel="stylesheet" href="${linkBetween(path, style)}">
<script src="${linkBetween(path, script)}"></script>`;
}

function renderHeader({ siteTitle, page: { path }, search, hasMenu }: FrameOptions): string {
  const menu = '<button type="button" class="menu" popovertarget="nav">Menu</button>\n';
  return `<a class="skip" href="#content">Skip to the content</a>
<header class="bar" data-root="${linkBetween(path, 'index.html').replace(/index\.html$/, '')}" data-search="${linkBetween(path, search)}">
${hasMenu ? menu : ''}<a class="name" href="${linkBetween(path, 'index.html')}">${escapeHtml(siteTitle)}</a>
<button type="button" class="find" aria-keyshortcuts="/ Control+K">Search<kbd>/</kbd></button>
<button type="button" class="theme">Dark</button>
</header>`;
}
