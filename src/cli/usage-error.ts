/** Thrown by a command that cannot start as asked; its message is the whole output, the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
