import type { ItemSummary, SummaryView } from '../../src/mock/authoring/index.ts';
import { parseInstant } from './instant.ts';
import type { tables } from './state.ts';

/** Summarises every share by its document. A revoked share is deleted, so that there is none. */
export function summarize({
  tables: { shares },
  now,
  link,
}: SummaryView<typeof tables>): ItemSummary[] {
  return shares.rows().map(({ id, document, token, created_at, expires_at }) => {
    const expiresAt = parseInstant(expires_at);
    return {
      id,
      kind: 'share',
      label: `Document ${document}`,
      link: link(`/shares/${token}/preview/`),
      state: expiresAt <= now ? 'expired' : 'active',
      createdAt: parseInstant(created_at),
      expiresAt,
    };
  });
}
