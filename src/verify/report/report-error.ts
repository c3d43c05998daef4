/** Thrown for a report that cannot be written as asked; its message says which, and why. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}
