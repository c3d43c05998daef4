import { type CallFacts, type Failure, FailureError } from '../../client/index.ts';
import type { ErrorEnvelope } from '../../generated/zoho-writer/types.ts';

/** A failure with its code: http://writer.zoho.com/public/help/sheet.Errors/noband. */
export class ZohoWriterError extends FailureError<number, ErrorEnvelope> {
  override readonly name = 'ZohoWriterError';
  readonly code = this.body.response.error.code;
}

/** Makes the error of an answer with a code. */
export function createZohoWriterError(
  call: CallFacts,
  text: string,
  { status, body, headers }: Failure,
): ZohoWriterError | undefined {
  if (!isFailure(body)) return undefined;
  const { code, message } = body.response.error;
  return new ZohoWriterError(call, `${text}: ${message} (${code})`, { status, body, headers });
}

function isFailure(body: unknown): body is ErrorEnvelope {
  return typeof Object(Object(Object(body).response).error).code === 'string';
}
