/** Why there is no connection to a server. */
export type ConnectionProblem = 'refused' | 'unknown-host' | 'unreachable' | 'reset' | 'tls';

/** Thrown where a server cannot be reached, or drops the connection without an answer. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly problem: ConnectionProblem;

  constructor(message: string, problem: ConnectionProblem, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
