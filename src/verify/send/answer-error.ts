/** Why an answer cannot be read. */
export type AnswerProblem =
  | 'too-late'
  | 'not-http'
  | 'too-long'
  | 'cut-off'
  | 'malformed'
  | 'thrown';

/** Thrown where a server or a handler gives no answer that can be read. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly problem: AnswerProblem;

  constructor(message: string, problem: AnswerProblem, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
