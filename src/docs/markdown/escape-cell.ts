/** Escapes text for a cell of a Markdown table, in one line. */
export function escapeCell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
