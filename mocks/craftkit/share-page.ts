import { type Reply, renderPage } from '../../src/mock/authoring/index.ts';
import type { ShareRow } from './tables.ts';

/** Renders the page of a share; that of Craftkit is not documented. */
export function renderSharePage({ message }: ShareRow, downloadUrl: string): Reply {
  const download = { text: 'Download the document', href: downloadUrl };
  return renderPage(200, 'Shared document', message === null ? [download] : [message, download]);
}

/** Renders the page of a link that is revoked, expired or unknown. */
export function renderMissingPage(): Reply {
  return renderPage(404, 'Not found', ['This link leads to no document.']);
}
