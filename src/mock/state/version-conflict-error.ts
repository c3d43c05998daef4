/** Thrown when a transaction follows from a version of a sandbox that is not its current one. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';

  constructor(sandbox: string, expected: number, found: number) {
    super(
      `Sandbox "${sandbox}": expected version ${expected}, found ${found}. Read it anew and try again.`,
    );
  }
}
