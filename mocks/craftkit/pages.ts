import type { Reply } from '../../src/mock/authoring/index.ts';
import { BLANK_PDF } from './blank-pdf.ts';
import { notFound } from './errors.ts';
import { findRender } from './find-render.ts';
import { parseInstant } from './instant.ts';
import { recordEvent } from './record-event.ts';
import { renderMissingPage, renderSharePage } from './share-page.ts';
import { downloadPath } from './show-rows.ts';
import type { CraftkitContext, ShareRow } from './tables.ts';

type PageContext = CraftkitContext & { readonly path: Readonly<Record<string, string>> };

/** Pages on the provider's host that links in the API lead to. */
export const pages = [
  { method: 'GET', path: '/share/{token}', handle: openShare },
  { method: 'GET', path: '/renders/{id}/{file}.pdf', handle: downloadRender },
];

/** Shows a share to its recipient and records the view, unless it is revoked or expired. */
function openShare(context: PageContext): Reply {
  const [share] = context.tables.shares.list('token', context.path.token ?? '');
  if (share === undefined || !isOpen(share, context.now)) return renderMissingPage();
  const { id: shareId, renderId } = share;
  recordEvent(context, { renderId, eventType: 'viewed', actorKind: 'recipient', shareId });
  return renderSharePage(share, context.link(downloadPath(renderId)));
}

function isOpen({ revokedAt, expiresAt }: ShareRow, now: number): boolean {
  return revokedAt === null && (expiresAt === null || parseInstant(expiresAt) > now);
}

function downloadRender(context: PageContext): Reply {
  const { id = '', file } = context.path;
  const isThere = file === id && findRender(context, id)?.status === 'succeeded';
  return isThere
    ? { status: 200, mediaType: 'application/pdf', body: BLANK_PDF }
    : notFound('Render');
}
