/** Thrown for a file that cannot be used as a state file. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';

  constructor(file: string, expected: string, found: string, advice: string, cause?: unknown) {
    super(`${file}: expected ${expected}, found ${found}.\n  ${advice}`, { cause });
  }
}
