/** Thrown by a state store that cannot read or store at present; nothing of the transaction is stored. */
export class StateUnavailableError extends Error {
  override readonly name = 'StateUnavailableError';
}

/** Stores what may be stored later as well; `false` if that is impossible at present. */
export function tryStoring(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof StateUnavailableError)) throw error;
    return false;
  }
}
