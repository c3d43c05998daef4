/**
 * A contract cannot be loaded or enforced; the message says what was expected and what was found.
 *
 * The message names the place, unless `pointer` does: a JSON Pointer into the bundle that is still
 * to be located.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly pointer: string | undefined;

  constructor(message: string, { pointer, ...options }: ErrorOptions & { pointer?: string } = {}) {
    super(message, options);
    this.pointer = pointer;
  }
}
