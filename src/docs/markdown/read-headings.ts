import { marked, type Token } from 'marked';
import { createSlugger } from './slug.ts';

/** Heading of a Markdown text. */
export interface Heading {
  readonly depth: number;
  /** Without Markdown. */
  readonly text: string;
  /** Fragment of links to it. */
  readonly id: string;
}

/** Part of a Markdown text: a heading and what follows it, up to the next one. */
export interface MarkdownSection {
  readonly heading: Heading | undefined;
  /** Without Markdown. */
  readonly text: string;
}

/** Splits a Markdown text at its headings. */
export function splitSections(markdown: string): MarkdownSection[] {
  const slug = createSlugger();
  const sections: { heading: Heading | undefined; texts: string[] }[] = [];
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') {
      const text = plainText(token);
      const heading = { depth: Number(token.depth), text, id: slug(text) };
      sections.push({ heading, texts: [] });
      continue;
    }
    if (sections.length === 0) sections.push({ heading: undefined, texts: [] });
    sections.at(-1)?.texts.push(plainText(token));
  }
  return sections.map(({ heading, texts }) => ({
    heading,
    text: texts.filter((text) => text !== '').join(' '),
  }));
}

/** Lists the headings of a Markdown text. */
export function readHeadings(markdown: string): Heading[] {
  return splitSections(markdown).flatMap(({ heading }) => heading ?? []);
}

/** Returns the text of a token without Markdown, in one line. */
export function plainText(token: Token): string {
  return collectText(token).replaceAll(/\s+/g, ' ').trim();
}

function collectText(token: Token): string {
  if (token.type === 'table') {
    const rows = [token.header, ...token.rows].flat();
    return rows.map((cell) => joinTokens(cell.tokens)).join(' ');
  }
  if (token.type === 'list') {
    return token.items.map((item: Token) => collectText(item)).join(' ');
  }
  if ('tokens' in token && token.tokens !== undefined) return joinTokens(token.tokens);
  if (token.type === 'html' || !('text' in token)) return ' ';
  return token.type === 'text' ? decodeEntities(String(token.text)) : String(token.text);
}

function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(collectText).join('');
}

function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
