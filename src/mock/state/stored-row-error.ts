/** Most rows that a message names. */
const MAX_LINES = 10;

/** Thrown for stored rows that do not fit their tables. */
export class StoredRowError extends Error {
  override readonly name = 'StoredRowError';

  constructor(store: string, rows: readonly string[]) {
    const rest = rows.length - MAX_LINES;
    const lines = rows.slice(0, MAX_LINES).map((row) => `  ${row}`);
    super(
      [
        `${store}: expected rows that fit their tables, found others:`,
        ...lines,
        ...(rest > 0 ? [`  and ${rest} more`] : []),
        '  Start with the release that wrote them, or with --state-repair to go on without them.',
      ].join('\n'),
    );
  }
}
