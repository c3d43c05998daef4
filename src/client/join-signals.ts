/** Joins signals into one, which the first of them aborts, by its own reason; absent ones change nothing. */
export function joinSignals(...signals: readonly (AbortSignal | null | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.flatMap((signal) => signal ?? []));
}
