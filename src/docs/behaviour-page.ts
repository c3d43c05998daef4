import { marked } from 'marked';
import { escapeHtml } from '../html/escape-html.ts';
import { renderPlainPage } from './plain-page.ts';

const STYLE = `
nav { margin-bottom: 2rem }
nav a + a { margin-left: 1.5rem }
p { margin-top: 1rem }
td:first-child { width: 46% }
td { overflow-wrap: break-word }
.yes { background: light-dark(#e6f7ed, #10331f); color: light-dark(#0b6a39, #6fdca1) }
.no { background: light-dark(#fdf0e0, #3d2a0d); color: light-dark(#8a4f06, #f0b767) }
`;

/** Returns the file name of the page about the behaviour of a mock. */
export function behaviourPageOf(name: string): string {
  return `${name}-behaviour.html`;
}

/** Renders Markdown notes as a page; table cells that start with "yes" or "no" are coloured. */
export function renderBehaviourPage(name: string, title: string, notes: string): string {
  const html = marked
    .parse(notes, { async: false })
    .replaceAll(/<td>(yes|no)\b[:,]?/g, '<td><span class="label $1">$1</span>');
  const nav = `<nav><a href="index.html">← All APIs</a><a href="${name}.html">${escapeHtml(title)}</a></nav>`;
  return renderPlainPage(`${title}: behaviour of the mock`, STYLE, `${nav}\n${html}`);
}
