/** Thrown for a file that is no HTTP Archive; its message says what is wrong with it. */
export class HarError extends Error {
  override readonly name = 'HarError';
}
