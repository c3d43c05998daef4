/** Thrown when a transaction expects a version that is not the sandbox's current one. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';

  constructor(sandbox: string, expected: number, found: number) {
    super(
      `Sandbox "${sandbox}": expected version ${expected}, found ${found}. Read it anew and try again.`,
    );
  }
}
