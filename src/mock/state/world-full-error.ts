/** Thrown when a row is added to a world that has as many rows as it may have. */
export class WorldFullError extends Error {
  override readonly name = 'WorldFullError';

  constructor(rowLimit: number) {
    super(`A sandbox holds at most ${rowLimit} rows.`);
  }
}
