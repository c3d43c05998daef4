import { posix } from 'node:path';
import { decodePercent } from '../../text/decode-percent.ts';
import { PAGE_SCHEME } from '../page-path.ts';
import type { SitePage } from '../site-page.ts';
import { linkBetween } from './relative-link.ts';

/** Files that a folder is known by. */
const INDEX_FILES = ['', '/README.md', '/index.md'];

/** Where the links of a page lead. */
export interface LinkContext {
  readonly page: Pick<SitePage, 'path' | 'source'>;
  /** Paths of pages, without extension, by the files of the project that they show. */
  readonly pathBySource: ReadonlyMap<string, string>;
  readonly extension: 'html' | 'md';
}

/**
 * Resolves a link of a page: to a page of the site, also by the file that it shows, or to another site. Returns `undefined` for
 * what is neither, such as a file of the project without a page.
 */
export function resolveLink(href: string, context: LinkContext): string | undefined {
  if (href.startsWith('#') || /^(?:https?|mailto):/i.test(href)) return href;
  const [target = '', ...rest] = href.split('#');
  const { page, extension } = context;
  const path = findPath(target, context);
  // Fragments of Redoc mean nothing in Markdown.
  const isLost = rest.length === 0 || (extension === 'md' && rest[0]?.startsWith('/'));
  const fragment = isLost ? '' : `#${rest.join('#')}`;
  return path && `${linkBetween(page.path, `${path}.${extension}`)}${fragment}`;
}

function findPath(
  target: string,
  { page: { source }, pathBySource }: LinkContext,
): string | undefined {
  if (target.startsWith(PAGE_SCHEME)) return target.slice(PAGE_SCHEME.length);
  if (source === undefined || /^[a-z][\w+.-]*:/i.test(target)) return undefined;
  const file = posix.join(posix.dirname(source), decodePercent(target) ?? target);
  const folder = file.replace(/\/$/, '');
  return INDEX_FILES.map((index) => pathBySource.get(folder + index)).find(Boolean);
}
