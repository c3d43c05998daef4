/**
 * Formats cells in columns: the first one left-aligned, figures right-aligned, text in the last one
 * left-aligned.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => formatRow(row, widths)).join('\n');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    const isText = column === 0 || column === widths.length - 1;
    return isText ? cell.padEnd(width) : cell.padStart(width);
  });
  return `  ${cells.join('  ')}`.trimEnd();
}
