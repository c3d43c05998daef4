/** Thrown for a store of logs that cannot be used, or has something that this release cannot read. */
export class StateLogError extends Error {
  override readonly name = 'StateLogError';

  constructor(where: string, expected: string, found: string, advice: string, cause?: unknown) {
    super(`${where}: expected ${expected}, found ${found}.\n  ${advice}`, { cause });
  }
}
