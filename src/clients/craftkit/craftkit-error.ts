import { type CallFacts, type Failure, FailureError } from '../../client/index.ts';
import type { ErrorResponse } from '../../generated/craftkit/types.ts';

/** A failure with its code: https://docs.craftkit.dev/api-reference/errors. */
export class CraftkitError extends FailureError<number, ErrorResponse> {
  override readonly name = 'CraftkitError';
  readonly code = this.body.error.code;
  /** Where a request breaks the schema. */
  readonly issues = this.body.error.issues;
}

/** Makes the error of an answer with a code. */
export function createCraftkitError(
  call: CallFacts,
  text: string,
  { status, body, headers }: Failure,
): CraftkitError | undefined {
  if (!isFailure(body)) return undefined;
  const { code, message } = body.error;
  return new CraftkitError(call, `${text}: ${message} (${code})`, { status, body, headers });
}

function isFailure(body: unknown): body is ErrorResponse {
  return typeof Object(Object(body).error).code === 'string';
}
