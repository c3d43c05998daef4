import type { Journal } from '../journal/journal.ts';
import type { Webhook } from '../state/webhook.ts';

/** Milliseconds for each attempt. */
export const ATTEMPT_TIMEOUT = 15_000;

/** Makes one attempt and records it; `true` if the receiver accepted the webhook. */
export async function postWebhook(
  webhook: Webhook,
  journal: Pick<Journal, 'record'>,
  signal: AbortSignal,
): Promise<boolean> {
  const { url, text, headers } = webhook;
  const startedAt = performance.now();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: text,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT)]),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    record(webhook, journal, performance.now() - startedAt, response, body);
    return response.ok;
  } catch {
    // No response: the receiver is unreachable, too slow, or the sender was closed.
    record(webhook, journal, performance.now() - startedAt);
    return false;
  }
}

function record(
  { api, operation, url, text, headers }: Webhook,
  journal: Pick<Journal, 'record'>,
  milliseconds: number,
  response?: Response,
  body?: Uint8Array,
): void {
  const { origin, pathname, search } = new URL(url);
  journal.record({
    kind: 'webhook',
    at: Date.now(),
    api,
    method: 'POST',
    origin,
    path: pathname,
    query: search.slice(1),
    operation,
    pathValues: undefined,
    contract: undefined,
    status: response?.status,
    milliseconds,
    violations: [],
    isForbidden: false,
    request: { headers: Object.entries(headers).flat(), body: text },
    response: response && { headers: [...response.headers].flat(), body },
  });
}
