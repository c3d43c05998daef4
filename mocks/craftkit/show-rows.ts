import type { components } from '../../src/generated/craftkit/types.ts';
import { createMailId } from './create-token.ts';
import { formatInstant } from './instant.ts';
import type { CraftkitContext, EventRow, RenderRow, ShareRow } from './tables.ts';

type Schemas = components['schemas'];

/** Most events in the `recent` member of an engagement. */
const RECENT = 25;

/** Builds a render for `getRender`, with URLs of this mock. */
export function showRender({ link }: CraftkitContext, render: RenderRow): Schemas['Render'] {
  const { id, status, errorMessage, createdAt, completedAt, durationMs } = render;
  const pollUrl = link(`/v1/renders/${id}`);
  const downloadUrl = status === 'succeeded' ? link(downloadPath(id)) : null;
  return {
    id,
    status,
    pollUrl,
    downloadUrl,
    errorMessage,
    createdAt,
    completedAt,
    durationMs,
  };
}

/** Returns the path of the file of a render, as in the documented URL. */
export function downloadPath(render: string): string {
  return `/renders/${render}/${render}.pdf`;
}

/** Builds a share for `listShares`. */
export function showListed(
  { tables, link }: CraftkitContext,
  { renderId: _render, ...share }: ShareRow,
): Schemas['ShareListItem'] {
  const clickCount = tables.events.list('clicks', share.id).length;
  return { ...share, clickCount, shareUrl: link(`/share/${share.shareToken}`) };
}

/** Builds a share for `createShare`. */
export function showCreated({ link }: CraftkitContext, share: ShareRow): Schemas['Share'] {
  const { id, shareToken, channel, recipientEmail, message, expiresAt, revokedAt, createdAt } =
    share;
  return {
    id,
    shareToken,
    shareUrl: link(`/share/${shareToken}`),
    channel,
    recipientEmail,
    message,
    expiresAt,
    revokedAt,
    createdAt,
  };
}

/** Builds a share for `emailRender`. */
export function showEmailed(
  { link, random, now }: CraftkitContext,
  { id, shareToken }: ShareRow,
): Schemas['EmailedShare'] {
  return {
    id,
    shareToken,
    shareUrl: link(`/share/${shareToken}`),
    emailMessageId: createMailId(random),
    sentAt: formatInstant(now),
  };
}

/** Builds the engagement of a render from its events. */
export function showEngagement({ tables: { events } }: CraftkitContext, renderId: string) {
  const all = events.list('render', renderId);
  const counts = {
    viewed: 0,
    downloaded: 0,
    printed: 0,
    email_opened: 0,
    email_sent: 0,
    share_created: 0,
    share_revoked: 0,
  };
  for (const { eventType } of all) counts[eventType] += 1;
  return {
    counts,
    linkOpens: all.filter(isLinkOpen).length,
    total: all.length,
    recent: all.slice(-RECENT).reverse().map(showEvent),
  } satisfies Schemas['Engagement'];
}

function isLinkOpen({ eventType, shareId }: EventRow): boolean {
  return eventType === 'viewed' && shareId !== null;
}

function showEvent({ renderId: _render, ...event }: EventRow): Schemas['EngagementEvent'] {
  return event;
}
