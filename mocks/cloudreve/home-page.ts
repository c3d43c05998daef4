import { type Reply, renderPage } from '../../src/mock/authoring/index.ts';
import { isCrawler, previewShare } from './crawler-page.ts';
import { isExpired } from './share-view.ts';
import { findShare } from './shares.ts';
import { nameOf } from './source-file.ts';
import type { CloudreveContext } from './tables.ts';

const SHARE_URI = /^cloudreve:\/\/(\w+)(?::([^@]*))?@share(?:\/|$)/;

/** Page that short links redirect to; the real front end is a separate program. */
export const homePage = { method: 'GET', path: '/home', handle: showShare };

function showShare(context: CloudreveContext): Reply {
  const { request } = context;
  const [, id = '', password] = SHARE_URI.exec(request.query.get('path') ?? '') ?? [];
  if (isCrawler(request)) return previewShare(context, id);
  const share = findShare(context, id);
  if (share === undefined) return missing('Share not found');
  if (isExpired(context, share)) return missing('Share link expired');
  const isOpen = share.password === undefined || share.password === password;
  return renderPage(200, 'Shared file', [isOpen ? nameOf(share.uri) : 'A password is needed.']);
}

function missing(reason: string): Reply {
  return renderPage(404, 'Not found', [reason]);
}
