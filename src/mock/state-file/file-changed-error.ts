/** Thrown where a file is not any more what was opened; the message says what became of it. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
}
