import { type ApiRequest, escapeHtml, type Reply } from '../../src/mock/authoring/index.ts';
import { findOwner, isExpired } from './share-view.ts';
import { findShare } from './shares.ts';
import { findFile, nameOf } from './source-file.ts';
import type { CloudreveContext } from './tables.ts';

/** User agents that get a preview of a share in the place of the front end. */
const CRAWLER =
  /facebookexternalhit|facebookcatalog|facebot|twitterbot|linkedinbot|discordbot|telegrambot|slackbot|whatsapp/i;
const SITE = 'Cloudreve';
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

interface Preview {
  readonly title: string;
  readonly description: string;
}

/** Whether a request comes from a crawler of social media. */
export function isCrawler({ headers }: ApiRequest): boolean {
  return CRAWLER.test(headers.get('user-agent') ?? '');
}

/** Page that a crawler gets of a share: its name and owner, and the size of a file that has no password. */
export function previewShare(context: CloudreveContext, id: string): Reply {
  const { title, description } = describe(context, id);
  const image = context.link('/static/img/logo512.png');
  const meta = {
    'og:title': title,
    'og:description': description,
    'og:image': image,
    'og:url': context.link(`/s/${id}`),
    'og:type': 'website',
    'og:site_name': SITE,
    'twitter:card': 'summary',
    'twitter:title': title,
    'twitter:description': description,
    'twitter:image': image,
  };
  const tags = Object.entries(meta).map(([name, content]) => {
    const attribute = name.startsWith('og:') ? 'property' : 'name';
    return `<meta ${attribute}="${name}" content="${escapeHtml(content)}">`;
  });
  const heading = title === SITE ? SITE : `${title} - ${SITE}`;
  return {
    status: 200,
    mediaType: 'text/html; charset=utf-8',
    headers: { 'cache-control': 'public, no-cache' },
    body: `<!doctype html><html><head><title>${escapeHtml(heading)}</title>${tags.join('')}</head></html>`,
  };
}

function describe(context: CloudreveContext, id: string): Preview {
  const share = findShare(context, id);
  if (share === undefined) return { title: SITE, description: 'Invalid Link' };
  if (isExpired(context, share)) return { title: SITE, description: 'Share link expired' };
  const { nickname } = findOwner(context, share).account;
  const { source_type = 1, size = 0 } = findFile(context, share.uri) ?? {};
  const ofFile = share.password === undefined ? formatSize(size) : SITE;
  const what = source_type === 1 ? 'Folder' : ofFile;
  return { title: nameOf(share.uri), description: `${what} · ${nickname}` };
}

/** Size with its unit, such as `2.0 KB`; the form is not known. */
function formatSize(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`;
}
