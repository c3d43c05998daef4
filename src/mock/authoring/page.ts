import { escapeHtml } from '../../html/escape-html.ts';
import type { Reply } from './reply.ts';

/** Renders a plain HTML page that replaces one of the provider; title and text are escaped. */
export function renderPage(
  status: number,
  title: string,
  paragraphs: readonly (string | { readonly text: string; readonly href: string })[],
): Reply {
  const lines = paragraphs.map((paragraph) =>
    typeof paragraph === 'string'
      ? `<p>${escapeHtml(paragraph)}</p>`
      : `<p><a href="${escapeHtml(paragraph.href)}">${escapeHtml(paragraph.text)}</a></p>`,
  );
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${lines.join('\n')}
</body>
</html>
`;
  return { status, mediaType: 'text/html; charset=utf-8', body };
}
