/** Thrown for a file that cannot keep state: its message names the file, what was expected and found, and what to do. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';

  constructor(file: string, expected: string, found: string, advice: string, cause?: unknown) {
    super(`${file}: expected ${expected}, found ${found}.\n  ${advice}`, { cause });
  }
}
