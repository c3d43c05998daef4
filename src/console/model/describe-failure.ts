import { FailureError, NetworkError } from '../../client/index.ts';

/** Says in words why a call of the control API failed. */
export function describeFailure(error: unknown): string {
  if (error instanceof FailureError)
    return detailOf(error.body) ?? `The mock answered ${error.status}.`;
  if (error instanceof NetworkError) return 'The mock does not answer. Is it still running?';
  return error instanceof Error ? error.message : String(error);
}

/** Whether the control API wants another token. */
export function isTokenMissing(error: unknown): boolean {
  return error instanceof FailureError && error.status === 401;
}

function detailOf(body: unknown): string | undefined {
  const isObject = typeof body === 'object' && body !== null && 'detail' in body;
  return isObject && typeof body.detail === 'string' ? body.detail : undefined;
}
