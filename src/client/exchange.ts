import type { CurrentCall } from './call-facts.ts';
import type { CallInput } from './call-input.ts';
import type { ClientOptions } from './client-options.ts';
import { NetworkError } from './errors/network-error.ts';
import { readReason } from './errors/read-reason.ts';
import { hideValue } from './hide-value.ts';
import { passOn } from './pass-on.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import type { Route } from './route.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Sends a request, once or as often as the policy has it, and reads the answer.
 *
 * Throws NetworkError, the reason of a signal that ended an attempt, and what middleware throws.
 */
export async function exchange(
  options: ClientOptions,
  route: Route,
  input: CallInput,
  [url, init]: readonly [url: string, init: RequestInit],
  call: CurrentCall,
): Promise<Answer> {
  const { timeout, retry, signal } = { ...options, ...input };
  // A stream that was sent is spent.
  const policy = !(init.body instanceof ReadableStream) && retry;
  for (;;) {
    const limits = [signal, timeout && AbortSignal.timeout(timeout)];
    const limit = AbortSignal.any(limits.flatMap((each) => each || []));
    let answer: Answer | undefined;
    let error: unknown;
    try {
      answer = await untilAborted(limit, () => attempt(limit));
    } catch (reason) {
      error = reason;
    }
    const isSentAgain = policy && (await policy({ ...call, route, answer, error, signal }));
    if (!isSentAgain && answer) return answer;
    if (!isSentAgain) throw error;
    call.attempt += 1;
  }

  async function attempt(limit: AbortSignal): Promise<Answer> {
    const facts = { ...call };
    const lose = (cause: unknown): never => {
      throw new NetworkError(facts, `no answer: ${readReason(cause)}`, {}, cause);
    };
    const request = hideValue(
      'URL, headers or settings cannot be sent',
      () => new Request(url, { ...init, signal: limit }),
    );
    const response = await passOn(options.middleware, request, facts, (sent) =>
      Promise.resolve(sent)
        .then(options.fetch ?? fetch)
        .catch(lose),
    );
    return await readAnswer(response, route, input).catch(lose);
  }
}
