import { escapeHtml } from '../../src/docs/escape-html.ts';
import type { Reply } from '../../src/mock/create-mock.ts';
import type { ShareRow } from './tables.ts';

/** Page that a share leads to; Craftkit's own is not documented. */
export function renderSharePage({ message }: ShareRow, downloadUrl: string): Reply {
  const note = message === null ? '' : `<p>${escapeHtml(message)}</p>\n`;
  const link = `<p><a href="${escapeHtml(downloadUrl)}">Download the document</a></p>`;
  return writePage(200, 'Shared document', note + link);
}

/** Page of a link that is revoked, expired or unknown. */
export function renderMissingPage(): Reply {
  return writePage(404, 'Not found', '<p>This link leads to no document.</p>');
}

function writePage(status: number, title: string, content: string): Reply {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`;
  return { status, mediaType: 'text/html; charset=utf-8', body };
}
