import { escapeHtml } from '../html/escape-html.ts';
import { PAGE_ICON } from './inline-image.ts';
import { PAGE_POLICY } from './page-policy.ts';
import { PLAIN_STYLE } from './plain-style.ts';

/** Renders a page without Redoc from HTML; `style` is added to that of all such pages. */
export function renderPlainPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${PAGE_ICON}">
<style>${PLAIN_STYLE}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
