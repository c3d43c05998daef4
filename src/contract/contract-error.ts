/** Thrown when a contract cannot be loaded: its message names the file, what was expected and what was found. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}
