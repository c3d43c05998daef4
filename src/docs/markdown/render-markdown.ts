import { Marked, type RendererObject, type Tokens } from 'marked';
import { escapeHtml } from '../../html/escape-html.ts';
import { highlightCode } from './highlight.ts';
import { plainText } from './read-headings.ts';
import { createSlugger } from './slug.ts';

/** Words at the start of a table cell that are shown as a label. */
const LABEL = /^(yes|no|partly|documented|source|inferred|assumed)\b[:,]?/;

/** Finds the target of a link; `undefined` for one that the site does not have, which is shown as text. */
export type ResolveLink = (href: string) => string | undefined;

/** Renders Markdown as HTML. HTML in it is shown as text, and comments are left out. */
export function renderMarkdown(markdown: string, resolveLink: ResolveLink): string {
  const marked = new Marked({ renderer: createRenderer(resolveLink), async: false });
  return String(marked.parse(markdown));
}

function createRenderer(resolveLink: ResolveLink): RendererObject {
  const slug = createSlugger();
  return {
    heading(token) {
      const { tokens, depth } = token;
      const id = escapeHtml(slug(plainText(token)));
      const anchor = depth === 1 ? '' : ` <a class="anchor" href="#${id}">#</a>`;
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}${anchor}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const target = resolveLink(href);
      return target === undefined ? text : `<a href="${escapeHtml(target)}">${text}</a>`;
    },
    image: ({ text }) => escapeHtml(text),
    html: ({ text }) => (text.trimStart().startsWith('<!--') ? '' : escapeHtml(text)),
    code: ({ text, lang = '' }) => renderCode(text, lang.split(/\s/)[0] ?? ''),
    table(token) {
      const cells = (row: readonly Tokens.TableCell[], tag: string) =>
        row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
      const rows = token.rows.map((row) => `<tr>${markLabels(cells(row, 'td'))}</tr>`);
      const head = renderTableHead(cells(token.header, 'th'));
      return `<div class="scroll" tabindex="0"><table>\n${head}<tbody>\n${rows.join('\n')}\n</tbody></table></div>\n`;
    },
  };
}

/** A head without text would be an empty heading of its column. */
function renderTableHead(cells: string): string {
  return /<th>[^<]/.test(cells) || cells.includes('<th><')
    ? `<thead><tr>${cells.replaceAll('<th></th>', '<td></td>')}</tr></thead>\n`
    : '';
}

function markLabels(cells: string): string {
  return cells
    .split('<td>')
    .map((cell) => cell.replace(LABEL, '<span class="label $1">$1</span>'))
    .join('<td>');
}

function renderCode(code: string, language: string): string {
  const name = language === '' ? '' : ` data-language="${escapeHtml(language)}"`;
  return `<div class="code"${name}><pre tabindex="0"><code>${highlightCode(code, language)}\n</code></pre></div>\n`;
}
