/** Thrown by a state store that cannot read or store at present; nothing of the transaction is stored. */
export class StateUnavailableError extends Error {
  override readonly name = 'StateUnavailableError';
  /** Seconds after which it is worth to try again; absent where somebody has to mend something first. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    { cause, retryAfter }: { readonly cause?: unknown; readonly retryAfter?: number } = {},
  ) {
    super(message, { cause });
    this.retryAfter = retryAfter;
  }
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
