import type { Answer } from '../answer/answer.ts';
import type { HttpRequest } from '../http/message.ts';

/**
 * Answers the probes of orchestrators below the path of the control API, `/health/live` and `/health/ready`; `undefined` for any other
 * request.
 *
 * They need no token and no address: whoever reaches the port learns as much from any other answer. They change nothing, and pages
 * of other origins cannot read them.
 */
export function answerProbe(
  { method }: HttpRequest,
  below: string | undefined,
  isReady: () => boolean,
): Answer | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (below === '/health/live') return writeProbe(204);
  if (below === '/health/ready') return writeProbe(isReady() ? 204 : 503);
  return undefined;
}

function writeProbe(status: number): Answer {
  return { response: { status, headers: { 'cache-control': 'no-store' } }, violations: [] };
}
