import type { CallFacts } from '../call-facts.ts';

/** Any error of a call. Its message names the operation by its path template, and so no value that was sent. */
export class ClientError<Details extends object = object> extends Error {
  override readonly name: string = 'ClientError';
  /** Name of the operation. */
  declare readonly operation: string;
  /** In lower case. */
  declare readonly method: string;
  /** Path template. */
  declare readonly path: string;
  /** Number of the attempt, from 1. */
  declare readonly attempt: number;
  /** `X-Request-Id` of the answer or, without one, the id that middleware saw. */
  declare readonly requestId: string;

  /** `details` become members of the error. */
  constructor(call: CallFacts, text: string, details?: Details, cause?: unknown) {
    super(
      `${call.operation} (${call.method.toUpperCase()} ${call.path}): ${text}`,
      cause ? { cause } : {},
    );
    Object.assign(this, call, details);
  }
}
