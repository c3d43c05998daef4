import { type CallFacts, factsOf } from './call-facts.ts';
import type { CallInput } from './call-input.ts';
import { type CallSetup, setUpCall } from './call-setup.ts';
import type { ClientOptions } from './client-options.ts';
import { AbortError } from './errors/abort-error.ts';
import { ClientError } from './errors/client-error.ts';
import { FailureError } from './errors/failure-error.ts';
import { readReason } from './errors/read-reason.ts';
import { readWords } from './errors/read-words.ts';
import { RequestError } from './errors/request-error.ts';
import { TimeoutError } from './errors/timeout-error.ts';
import { UndocumentedStatusError } from './errors/undocumented-status-error.ts';
import { exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';
import { parseAnswer } from './read-answer.ts';
import type { Route } from './route.ts';
import { writeRequest } from './write-request.ts';

/** Calls an operation and says what came of it; never throws. */
export async function callOperation(
  options: ClientOptions,
  route: Route,
  input: CallInput = {},
): Promise<Outcome> {
  const call = factsOf(route);
  let setup: CallSetup | undefined;
  try {
    setup = setUpCall(options, input);
    const { checkRequest, checkAnswer } = setup.validation || {};
    // 1. Check what is to be sent.
    await checkRequest?.(call, input);
    // 2. Write and send it, and read the answer.
    const answer = await exchange(setup, route, writeRequest(setup, route, options.headers), call);
    const { status, headers, ok, kind } = answer;
    call.requestId = headers.get('x-request-id') ?? call.requestId;
    // 3. Find out what it is by the contract.
    const body = parseAnswer(answer, call);
    const failure = { status, headers, body };
    const text = `answered ${status}`;
    if (!kind) throw new UndocumentedStatusError(call, `${text}, undocumented`, failure);
    const isJson = kind === 'json';
    if (isJson) await checkAnswer?.(call, status, body);
    // 4. Tell a failure from a success.
    const { envelope } = route;
    const opened = isJson && envelope ? envelope.open(envelope, body) : { data: body };
    if (ok && opened) return { ok, status, headers, data: opened.data };
    const words = `${text}${readWords(body)}`;
    const error =
      setup.createFailure?.(call, words, failure) ?? new FailureError(call, words, failure);
    return { ok: false, status, error };
  } catch (error) {
    return { ok: false, status: undefined, error: explain(error, call, setup?.signal.aborted) };
  }
}

function explain(error: unknown, call: CallFacts, isAborted: boolean | undefined): ClientError {
  if (error instanceof ClientError) return error;
  if (Object(error).name === 'TimeoutError') {
    return new TimeoutError(call, 'no answer in time', {}, error);
  }
  if (isAborted) return new AbortError(call, 'aborted', {}, error);
  const text = `request could not be made: ${readReason(error)}`;
  return new RequestError(call, text, { issues: [] }, error);
}
