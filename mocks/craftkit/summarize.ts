import type { ItemSummary, SummaryView } from '../../src/mock/authoring/index.ts';
import { parseInstant } from './instant.ts';
import type { ShareRow, tables } from './tables.ts';

/** Summarises every share by its recipient, or by the render that whoever has the link may see. */
export function summarize({
  tables: { shares },
  now,
  link,
}: SummaryView<typeof tables>): ItemSummary[] {
  return shares.rows().map((share) => ({
    id: share.id,
    kind: 'share',
    label: `${share.recipientEmail ?? 'Anyone with the link'}, render ${share.renderId}`,
    link: link(`/share/${share.shareToken}`),
    state: stateOf(share, now),
    createdAt: parseInstant(share.createdAt),
    expiresAt: share.expiresAt === null ? null : parseInstant(share.expiresAt),
  }));
}

function stateOf({ revokedAt, expiresAt }: ShareRow, now: number): ItemSummary['state'] {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && parseInstant(expiresAt) <= now ? 'expired' : 'active';
}
