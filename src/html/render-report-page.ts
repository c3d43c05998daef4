import { createHash } from 'node:crypto';
import { escapeHtml } from './escape-html.ts';
import { REPORT_STYLE } from './report-style.ts';

/** What a report shows, and how. */
export interface ReportPage {
  readonly title: string;
  /** Rules beside those of all reports. */
  readonly style: string;
  /** HTML of the content. */
  readonly body: string;
  /** Module that the page runs at its end. */
  readonly script?: string;
  /** Who wrote it, such as `share-contracts 1.0.0`. */
  readonly writer: string;
}

/** Renders a report as one page that needs nothing else. */
export function renderReportPage({ title, style, body, script, writer }: ReportPage): string {
  const styles = REPORT_STYLE + style;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${writePolicy(styles, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>
${body}
<footer>Written by ${escapeHtml(writer)}.</footer>
${script === undefined ? '' : `<script type="module">${script}</script>\n`}</body>
</html>
`;
}

/** No request, and no script or style but those of the page itself: https://www.w3.org/TR/CSP3/. */
function writePolicy(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src '${digest(script)}'`]),
    `style-src '${digest(style)}'`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
