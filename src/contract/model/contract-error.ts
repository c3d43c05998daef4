/**
 * Thrown when a contract cannot be loaded or enforced: its message says what was expected and what was found.
 *
 * It names the place itself, or `pointer` is the JSON Pointer in the bundled document, whose place is not known yet.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly pointer: string | undefined;

  constructor(message: string, { pointer, ...options }: ErrorOptions & { pointer?: string } = {}) {
    super(message, options);
    this.pointer = pointer;
  }
}
