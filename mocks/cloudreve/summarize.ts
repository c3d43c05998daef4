import type { ItemSummary, SummaryView } from '../../src/mock/authoring/index.ts';
import { parseInstant } from './instant.ts';
import { isExpired, isGone, linkShare } from './share-view.ts';
import { nameOf } from './source-file.ts';
import type { ShareRow, Tables } from './tables.ts';

/** Summarises every share by the name of its file, with the link as its owner has it. */
export function summarize(view: SummaryView<Tables>): ItemSummary[] {
  return view.tables.shares.rows().map((share) => ({
    id: share.id,
    kind: 'share',
    label: nameOf(share.uri),
    link: linkShare(view, share, true),
    state: stateOf(view, share),
    createdAt: parseInstant(share.created_at),
    expiresAt: share.expires === undefined ? null : parseInstant(share.expires),
  }));
}

function stateOf(view: SummaryView<Tables>, share: ShareRow): ItemSummary['state'] {
  if (share.deletion !== undefined || isGone(view, share)) return 'revoked';
  if (isExpired(view, share)) return 'expired';
  return share.password === undefined ? 'active' : 'locked';
}
