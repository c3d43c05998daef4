/** Two APIs of a server have the same name or base path, so that one of them could not be reached. */
export class SharedNameError extends Error {
  override readonly name = 'SharedNameError';
}
