/** Thrown for a database that answers, but cannot be used as a store. */
export class StoreDefectError extends Error {
  override readonly name = 'StoreDefectError';
  readonly expected: string;
  readonly found: string;
  readonly advice: string;

  constructor(expected: string, found: string, advice: string) {
    super(`Expected ${expected}, found ${found}. ${advice}`);
    this.expected = expected;
    this.found = found;
    this.advice = advice;
  }
}
