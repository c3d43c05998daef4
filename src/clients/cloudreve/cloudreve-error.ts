import { type CallFacts, type Failure, FailureError } from '../../client/index.ts';
import type { Failure as FailureBody, TwoFactorRequired } from '../../generated/cloudreve/types.ts';

/** Bodies of the answers that are no success. */
export type CloudreveFailure = FailureBody | TwoFactorRequired;

/** A failure by its `code`, also 203, which asks for a second factor: https://docs.cloudreve.org/en/api/overview. */
export class CloudreveError extends FailureError<number, CloudreveFailure> {
  override readonly name = 'CloudreveError';
  readonly code = this.body.code;
  readonly msg = this.body.msg;
  /** Id of the request in the log of the server. */
  readonly correlationId = 'correlation_id' in this.body ? this.body.correlation_id : undefined;
}

/** Makes the error of an answer with a code. */
export function createCloudreveError(
  call: CallFacts,
  text: string,
  { status, body, headers }: Failure,
): CloudreveError | undefined {
  if (!isFailure(body)) return undefined;
  return new CloudreveError(call, `${text} (code ${body.code})`, { status, body, headers });
}

function isFailure(body: unknown): body is CloudreveFailure {
  return typeof Object(body).code === 'number';
}
