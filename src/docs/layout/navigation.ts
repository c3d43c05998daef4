import { escapeHtml } from '../../html/escape-html.ts';
import type { PageGroup, SitePage } from '../site-page.ts';
import { linkBetween } from './relative-link.ts';

const GROUPS: readonly (readonly [PageGroup, string])[] = [
  ['guides', 'Guides'],
  ['apis', 'APIs'],
  ['more', 'More'],
];

/** Renders the navigation of a page: all pages in their groups, those of an API below its first one. */
export function renderNavigation(pages: readonly SitePage[], current: SitePage): string {
  const groups = GROUPS.map(([group, title]) => {
    const members = pages.filter((page) => page.group === group);
    const list = group === 'apis' ? renderApis(members, current) : renderList(members, current);
    return members.length === 0 ? '' : `<h2>${title}</h2>\n${list}`;
  });
  return groups.join('');
}

function renderApis(pages: readonly SitePage[], current: SitePage): string {
  const names = [...new Set(pages.map(({ api }) => api))];
  const items = names.map((name) => {
    const [first, ...others] = pages.filter(({ api }) => api === name);
    if (first === undefined) return '';
    const below = others.length === 0 ? '' : renderList(others, current);
    return `<li>${renderLink(first, current)}${below}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>\n`;
}

function renderList(pages: readonly SitePage[], current: SitePage): string {
  const items = pages.map((page) => `<li>${renderLink(page, current)}</li>`);
  return `<ul>\n${items.join('\n')}\n</ul>\n`;
}

function renderLink(page: SitePage, current: SitePage): string {
  const { path, title, label = title } = page;
  const mark = page === current ? ' aria-current="page"' : '';
  return `<a href="${linkBetween(current.path, `${path}.html`)}"${mark}>${escapeHtml(label)}</a>`;
}
