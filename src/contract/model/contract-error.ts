/** Details of a ContractError. */
export interface ContractErrorOptions extends ErrorOptions {
  /** JSON Pointer into the bundle that is still to be located. */
  readonly pointer?: string | undefined;
  /** What the author can do about it, as a sentence. */
  readonly remedy?: string;
  /** Whether it was reported where it arose, so that it need not be again. */
  readonly isKnown?: boolean;
}

/**
 * A contract cannot be loaded or enforced; the message says what was expected and what was found.
 *
 * The message names the place, unless `pointer` does.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly pointer: string | undefined;
  readonly remedy: string;
  readonly isKnown: boolean;

  constructor(message: string, options: ContractErrorOptions = {}) {
    const { pointer, remedy = 'Correct it.', isKnown = false, ...rest } = options;
    super(message, rest);
    this.pointer = pointer;
    this.remedy = remedy;
    this.isKnown = isKnown;
  }
}
