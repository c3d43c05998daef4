/** What means something inside a line, with the beginnings of addresses: https://github.github.com/gfm/#inlines. */
const SYNTAX = /[&<>\\`*_[\]|~@#$!]|:(?=\/\/)|w(?=ww\.)/gi;

/**
 * Formats a text of one line as a code span of Markdown, in which nothing but its end has a meaning:
 * https://spec.commonmark.org/0.31.2/#code-spans.
 */
export function formatCode(text: string): string {
  if (text.trim() === '') return '`(empty)`';
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** Formats a text as a code span in a table: https://github.github.com/gfm/#tables-extension-. */
export function formatCell(text: string): string {
  return formatCode(text).replaceAll('|', '\\|');
}

/**
 * Formats a text of one line as plain text of Markdown: references to characters are no syntax of it,
 * https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references.
 */
export function formatPlain(text: string): string {
  return text.replaceAll(SYNTAX, (character) => `&#${character.codePointAt(0)};`);
}

/** Length of the longest run of backticks. */
export function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([{ length }]) => length));
}
