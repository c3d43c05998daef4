/** Thrown when a row is added to a world that has reached its row limit. */
export class WorldFullError extends Error {
  override readonly name = 'WorldFullError';

  constructor(rowLimit: number) {
    super(`A sandbox holds at most ${rowLimit} rows.`);
  }
}
