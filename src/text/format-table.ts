/**
 * Formats cells in columns, separated by two spaces: texts left-aligned, figures right-aligned. The first and the last column
 * are text unless `isText` says otherwise.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isText = (column: number) => column === 0 || column === header.length - 1,
): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const formatRow = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return isText(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return all.map(formatRow).join('\n');
}
