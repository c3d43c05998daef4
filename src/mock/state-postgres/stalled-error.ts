/** Thrown for a connection on which nothing came for too long; it is closed by then. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
}
