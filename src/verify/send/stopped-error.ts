/** Why a run ends. */
export type StopReason = 'requests' | 'time' | 'signal' | 'closed' | 'unanswered' | 'lost';

/** Thrown where a request may not be sent, or not be waited for, because the run is at its end. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly reason: StopReason;

  constructor(message: string, reason: StopReason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
