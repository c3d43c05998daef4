/** Thrown where Schemathesis is not installed, fails, or writes a report that cannot be read. */
export class SchemathesisError extends Error {
  override readonly name = 'SchemathesisError';
}
