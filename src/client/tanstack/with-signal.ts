/** Argument of a call, of which only its signal is known. */
export interface Signalled {
  readonly signal?: AbortSignal | null | undefined;
}

/** Adds the signal of a query to an argument, which may have one of its own. */
export function withSignal(input: Signalled, signal: AbortSignal): object {
  return { ...input, signal: AbortSignal.any([signal, input.signal ?? signal]) };
}
