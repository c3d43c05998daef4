/** Two versions cannot be compared: no repository, an unknown ref, a file that is not there; the message says what to do. */
export class DiffError extends Error {
  override readonly name = 'DiffError';
}
