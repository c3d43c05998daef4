import { ClientError } from './client-error.ts';
import type { Issue } from './issue.ts';

/** The body of an answer is not what the contract says. */
export class InvalidAnswerError extends ClientError<{
  readonly status: number;
  readonly issues: readonly Issue[];
}> {
  override readonly name = 'InvalidAnswerError';
  declare readonly status: number;
  declare readonly issues: readonly Issue[];
}
