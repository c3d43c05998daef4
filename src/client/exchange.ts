import type { CurrentCall } from './call-facts.ts';
import type { CallSetup } from './call-setup.ts';
import { NetworkError } from './errors/network-error.ts';
import { readReason } from './errors/read-reason.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import { hideValue } from './hide-value.ts';
import { joinSignals } from './join-signals.ts';
import { passOn } from './pass-on.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import type { Route } from './route.ts';
import { startTimer } from './start-timer.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Sends a request, once or as often as the policy has it, and reads the answer.
 *
 * Throws NetworkError, the reason of a signal that ended an attempt, and what middleware throws.
 */
export async function exchange(
  setup: CallSetup,
  route: Route,
  [url, init]: readonly [url: string, init: RequestInit],
  call: CurrentCall,
): Promise<Answer> {
  const { timeout, retry, signal } = setup;
  // A stream that was sent is spent.
  const policy = !(init.body instanceof ReadableStream) && retry;
  for (;;) {
    const late = new AbortController();
    const limit = joinSignals(signal, late.signal);
    const end = () => late.abort(new TimeoutError(call, 'no answer in time'));
    const timer = timeout && startTimer(end, timeout);
    let answer: Answer | undefined;
    let error: unknown;
    try {
      answer = await untilAborted(limit, () => attempt(limit));
    } catch (reason) {
      error = reason;
    }
    // What is still read of a stream has no limit.
    clearTimeout(timer);
    const isSentAgain = policy && (await policy({ ...call, route, answer, error, signal }));
    if (!isSentAgain) {
      if (answer) return answer;
      throw error;
    }
    call.attempt += 1;
  }

  async function attempt(limit: AbortSignal): Promise<Answer> {
    const facts = { ...call };
    const lose = (cause: unknown): never => {
      throw new NetworkError(facts, `no answer: ${readReason(cause)}`, {}, cause);
    };
    const request = hideValue(
      'URL or settings cannot be sent',
      () => new Request(url, { ...init, signal: limit }),
    );
    const response = await passOn(setup.middleware, request, facts, (sent) =>
      Promise.resolve(sent)
        .then(setup.fetch ?? fetch)
        .catch(lose),
    );
    return await readAnswer(response, route, setup).catch(lose);
  }
}
