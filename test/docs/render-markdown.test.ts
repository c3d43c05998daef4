import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { plainText, readHeadings, splitSections } from '../../src/docs/markdown/read-headings.ts';
import { renderMarkdown } from '../../src/docs/markdown/render-markdown.ts';
import { rewriteLinks } from '../../src/docs/markdown/rewrite-links.ts';

const toPage = (href: string) => (href.startsWith('known') ? `page/${href}` : undefined);

describe('renderMarkdown', () => {
  test('gives headings the ids that GitHub gives them, each once', () => {
    const html = renderMarkdown('# A `b` & c\n\n## Twice\n\n## Twice\n\n## Größe: 1\n', toPage);
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'a-b--c',
      'twice',
      'twice-1',
      'größe-1',
    ]);
  });

  test('changes links, and shows those that lead nowhere as text', () => {
    expect(renderMarkdown('[a](known#x) [b](javascript:alert(1)) [c](other)', toPage)).toBe(
      '<p><a href="page/known#x">a</a> b c</p>\n',
    );
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a <b onclick="x">b</b>', '<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n'],
    ['<!-- note -->', ''],
    ['![alt](https://example.com/a.png)', '<p>alt</p>\n'],
  ])('shows %s as text', (markdown, html) => {
    expect(renderMarkdown(markdown, toPage)).toBe(html);
  });

  test('marks the parts of code, and lets it be scrolled by keys', () => {
    const html = renderMarkdown('```ts\nconst a = "<b>";\n```\n\n```unknown\n<b>\n```', toPage);
    expect(html).toContain('<div class="code" data-language="ts"><pre tabindex="0">');
    expect(html).toContain('<span class="hljs-string">&quot;&lt;b&gt;&quot;</span>');
    expect(html).toContain('<code>&lt;b&gt;\n</code>');
  });

  test('labels cells that begin with a level or an answer', () => {
    const html = renderMarkdown('| a | b |\n| --- | --- |\n| yes: `x` | notes |\n', toPage);
    expect(html).toContain('<td><span class="label yes">yes</span> <code>x</code></td>');
    expect(html).toContain('<td>notes</td>');
  });
});

describe('splitSections', () => {
  test('splits at headings, and takes the Markdown away', () => {
    const markdown =
      'Before.\n\n# One\n\n- a *b*\n- `c`\n\n## Two\n\n| x | y |\n| --- | --- |\n| 1 | <i>2</i> |\n';
    expect(splitSections(markdown).map(({ heading, text }) => [heading?.text, text])).toEqual([
      [undefined, 'Before.'],
      ['One', 'a b c'],
      ['Two', 'x y 1 2'],
    ]);
    expect(readHeadings(markdown).map(({ depth, id }) => [depth, id])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });

  test('decodes what was written as an entity', () => {
    const [token] = marked.lexer('a &amp; b &lt;c&gt; `&amp;`');
    expect(token && plainText(token)).toBe('a & b <c> &amp;');
  });
});

describe('rewriteLinks', () => {
  test('changes links but those in code', () => {
    const markdown = '[a](known)\n```md\n[a](known)\n```\n[b](other)';
    expect(rewriteLinks(markdown, toPage)).toBe(
      '[a](page/known)\n```md\n[a](known)\n```\n[b](other)',
    );
  });
});
