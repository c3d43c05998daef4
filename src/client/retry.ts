import { pause } from './pause.ts';
import type { RetryPolicy } from './retry-policy.ts';

/** Settings of `retry`; times are in milliseconds. */
export interface RetryOptions {
  /** Attempts at most, the first included; 3 by default. */
  readonly attempts?: number;
  /** Longest wait before the second attempt, which doubles with each further one; 300 by default. */
  readonly delay?: number;
  /** Longest wait of all; where `Retry-After` asks for more, the answer stands. 10,000 by default. */
  readonly maxDelay?: number;
  /** Statuses that may be others the next time; 408, 429, 500, 502, 503 and 504 by default. */
  readonly statuses?: readonly number[];
  /** Random number from 0 to 1; `Math.random` by default. */
  readonly random?: () => number;
}

/**
 * Makes a policy that sends idempotent requests again after failures of the network, timeouts and passing failures of the server.
 *
 * It waits as long as `Retry-After` says: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3, otherwise with full jitter:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 */
export function retry({
  attempts = 3,
  delay = 300,
  maxDelay = 10_000,
  statuses = [408, 429, 500, 502, 503, 504],
  random = Math.random,
}: RetryOptions = {}): RetryPolicy {
  return async ({ route, attempt, answer, error, signal }) => {
    const mayPass = answer
      ? statuses.includes(answer.status)
      : /^(Network|Timeout)Error$/.test(Object(error).name);
    // https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2.
    const isIdempotent = route.idempotent ?? !/^(post|patch)$/.test(route.method);
    if (!mayPass || !isIdempotent || attempt >= attempts) return false;
    const jitter = random() * Math.min(maxDelay, delay * 2 ** (attempt - 1));
    const asked = readRetryAfter(answer?.headers.get('retry-after') ?? '');
    const wait = asked >= 0 ? asked : jitter;
    if (wait > maxDelay) return false;
    await pause(wait, signal);
    return true;
  };
}

/** Milliseconds, or NaN where there is no time. */
function readRetryAfter(text: string): number {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // `Date.parse` finds a date in almost any text with a number, such as "-1".
  return /:\d\d:\d\d/.test(text) ? Math.max(0, Date.parse(text) - Date.now()) : Number.NaN;
}
