import type { components, operations } from '../../src/generated/craftkit/types.ts';
import { defineBehaviour } from '../../src/mock/authoring/index.ts';
import { createToken } from './create-token.ts';
import { notFound, notReady, unauthorized } from './errors.ts';
import { findRender } from './find-render.ts';
import { formatInstant, rewriteInstant } from './instant.ts';
import { pages } from './pages.ts';
import { recordEvent, recordOnce } from './record-event.ts';
import { EPOCH, seeds } from './seeds.ts';
import { showCreated, showEmailed, showEngagement, showListed, showRender } from './show-rows.ts';
import { summarize } from './summarize.ts';
import { type CraftkitContext, type EventRow, type ShareRow, tables } from './tables.ts';

type Schemas = components['schemas'];

/** Behaviour of Craftkit, from the three layers of its documentation. */
export const behaviour = defineBehaviour<operations>()({
  epoch: EPOCH,
  tables,
  seeds,
  identify: ({ credentials, settings, isPublic }) => {
    if (isPublic) return { caller: undefined };
    const isUnknown = settings.strictAuth && !settings.credentials.has(credentials);
    return isUnknown || credentials.startsWith('ck_acct_')
      ? { reply: unauthorized() }
      : { caller: undefined };
  },
  handlers: {
    getRender: (call) => {
      const render = findRender(call, call.path.id);
      return render === undefined
        ? notFound('Render')
        : { status: 200, body: showRender(call, render) };
    },
    listShares: (call) => {
      const { id } = call.path;
      if (findRender(call, id) === undefined) return notFound('Render');
      const shares = call.tables.shares.list('render', id).toReversed();
      return { status: 200, body: { shares: shares.map((share) => showListed(call, share)) } };
    },
    createShare: (call) => {
      const render = findRender(call, call.path.id);
      if (render === undefined) return notFound('Render');
      if (render.status !== 'succeeded') return notReady();
      const share = createShare(call, call.path.id, call.body ?? {});
      recordPartnerEvent(call, share, 'share_created');
      return { status: 201, body: showCreated(call, share) };
    },
    emailRender: (call) => {
      const render = findRender(call, call.path.id);
      if (render === undefined) return notFound('Render');
      if (render.status !== 'succeeded') return notReady();
      const { to: recipientEmail, ...rest } = call.body;
      const share = createShare(call, call.path.id, { ...rest, channel: 'email', recipientEmail });
      recordPartnerEvent(call, share, 'email_sent');
      return { status: 201, body: showEmailed(call, share) };
    },
    revokeShare: (call) => {
      const { id, shareId } = call.path;
      if (findRender(call, id) === undefined) return notFound('Render');
      const share = call.tables.shares.get(shareId);
      if (share?.renderId !== id || share.revokedAt !== null) return notFound('Share');
      const revokedAt = formatInstant(call.now);
      call.tables.shares.put({ ...share, revokedAt, revokedReason: 'revoked_by_partner' });
      recordPartnerEvent(call, share, 'share_revoked');
      return { status: 200, body: { id: shareId, revokedAt } };
    },
    getEngagement: (call) => {
      const { id } = call.path;
      return findRender(call, id) === undefined
        ? notFound('Render')
        : { status: 200, body: showEngagement(call, id) };
    },
    trackEvent: (call) => {
      const { id: renderId } = call.path;
      if (findRender(call, renderId) === undefined) return notFound('Render');
      const { eventType, metadata = null } = call.body;
      const event = { renderId, eventType, actorKind: 'partner', shareId: null } as const;
      return { status: 200, body: { recorded: recordEvent(call, { ...event, metadata }) } };
    },
  },
  pages,
  summarize,
});

/** Creates a share with the requested values, or their defaults. */
function createShare(
  { tables, random, now }: CraftkitContext,
  renderId: string,
  { channel = 'link', recipientEmail, message, expiresAt }: Schemas['ShareCreate'],
): ShareRow {
  const share: ShareRow = {
    id: random.uuid(),
    renderId,
    channel,
    recipientEmail: recipientEmail ?? null,
    message: message ?? null,
    revokedAt: null,
    revokedReason: null,
    expiresAt: expiresAt === undefined ? null : rewriteInstant(expiresAt),
    createdAt: formatInstant(now),
    shareToken: createToken(random),
  };
  tables.shares.put(share);
  return share;
}

/** Records what a partner does to a share, which cannot happen twice. */
function recordPartnerEvent(
  context: CraftkitContext,
  { id: shareId, renderId }: ShareRow,
  eventType: EventRow['eventType'],
): void {
  recordOnce(context, { renderId, eventType, actorKind: 'partner', shareId });
}
