import { escapeHtml } from '../../html/escape-html.ts';
import { type Heading, readHeadings } from '../markdown/read-headings.ts';
import { type ResolveLink, renderMarkdown } from '../markdown/render-markdown.ts';
import type { PageFrame, SitePage } from '../site-page.ts';
import { renderNavigation } from './navigation.ts';
import { linkBetween } from './relative-link.ts';

/** What a page is rendered with. */
export interface PageParts {
  readonly page: SitePage;
  readonly pages: readonly SitePage[];
  readonly frame: PageFrame;
  readonly resolveLink: ResolveLink;
}

/** Headings fewer than these need no list of contents. */
const CONTENTS_FROM = 3;

/** Renders a page from its Markdown, with navigation, contents, and links to the pages before and after it. */
export function renderPage({ page, pages, frame, resolveLink }: PageParts): string {
  const markdown = page.readMarkdown();
  return `<!doctype html>
<html lang="en">
<head>
${frame.head}
</head>
<body>
${frame.header}
<div class="frame">
<nav class="nav" id="nav" popover aria-label="Pages">
${renderNavigation(pages, page)}</nav>
<main id="content" tabindex="-1">
${renderMarkdown(markdown, resolveLink)}${renderEnd(page, pages)}</main>
${renderContents(readHeadings(markdown))}</div>
</body>
</html>
`;
}

function renderContents(headings: readonly Heading[]): string {
  const listed = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (listed.length < CONTENTS_FROM) return '';
  const items = listed.map(({ depth, id, text }) => {
    const style = depth === 3 ? ' class="deep"' : '';
    return `<li${style}><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`;
  });
  return `<nav class="contents" aria-labelledby="contents">
<h2 id="contents">On this page</h2>
<ul>
${items.join('\n')}
</ul>
</nav>
`;
}

function renderEnd(page: SitePage, pages: readonly SitePage[]): string {
  const index = pages.indexOf(page);
  const link = (to: SitePage | undefined, rel: string, word: string) =>
    to === undefined
      ? '<span></span>'
      : `<a rel="${rel}" href="${linkBetween(page.path, `${to.path}.html`)}">${word}: ${escapeHtml(to.title)}</a>`;
  return `<footer class="page-end">
${link(pages[index - 1], 'prev', 'Before')}
${link(pages[index + 1], 'next', 'Next')}
<p><a href="${linkBetween(page.path, `${page.path}.md`)}">This page as Markdown</a></p>
</footer>
`;
}
