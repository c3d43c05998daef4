import { marked } from 'marked';
import { escapeHtml } from './escape-html.ts';
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

/** Name of the page that says what the mock of an API does of what is known of the provider. */
export function behaviourPageOf(name: string): string {
  return `${name}-behaviour.html`;
}

/** Page of notes in Markdown; a cell of a table that begins with "yes" or "no" is marked by its colour. */
export function renderBehaviourPage(name: string, title: string, notes: string): string {
  const html = marked
    .parse(notes, { async: false })
    .replaceAll(/<td>(yes|no)\b[:,]?/g, '<td><span class="label $1">$1</span>');
  const nav = `<nav><a href="index.html">← All APIs</a><a href="${name}.html">${escapeHtml(title)}</a></nav>`;
  return renderPlainPage(`${title}: behaviour of the mock`, STYLE, `${nav}\n${html}`);
}
