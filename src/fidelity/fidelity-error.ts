/** A recording cannot be read or replayed; the message says where, what was expected and what was found. */
export class FidelityError extends Error {
  override readonly name = 'FidelityError';
}
