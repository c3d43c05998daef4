import { changeState } from './change-state.ts';
import { compareAnswers, type Outlined, outline } from './compare-answers.ts';
import type { ValueRules } from './compare-values.ts';
import { dateSteps } from './date-steps.ts';
import type { Difference } from './difference.ts';
import { findBegin } from './find-begin.ts';
import { createNames, type Names } from './names.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { readPointer } from './read-pointer.ts';
import type { About, Header, History, RecordedExchange, Recording } from './recording.ts';
import { startClock } from './replay-clock.ts';
import { bytesOf, type GotAnswer, type SentRequest, sendRequest } from './send-request.ts';
import type { ReplayServer } from './server.ts';
import { signIn } from './sign-in.ts';

/** Request that was replayed, and in what its answer differs. */
export interface Replayed {
  readonly step: RecordedExchange;
  readonly answer: Outlined;
  readonly differences: readonly Difference[];
}

/** Members whose values a server makes up, in any API. */
const MADE_UP = /(?:^|_)(?:id|uuid|guid|token|cursor|etag|nonce)$|(?:Id|Uuid|Token|Cursor)$/;
const UUID = /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}/gi;

/**
 * Sends the requests of a history to a server and compares the answers, in seven steps. `headers` are those of an answer
 * that are compared.
 *
 * Throws FidelityError where the world of the recording cannot be made, or nobody answers.
 */
export async function replayHistory(
  { about, state }: Pick<Recording, 'about' | 'state'>,
  history: History,
  { origin, control }: ReplayServer,
  headers: readonly string[],
): Promise<Replayed[]> {
  // 1. Set the clock to the time of the recording.
  const clock = await startClock(control, findBegin(history, state));
  // 2. Sign in those who act.
  const pairing = createPairing();
  const names = createNames(about, history, pairing, clock.read);
  const authorizations = await signIn(about, history, origin, names);
  const rules = createRules(about, pairing, clock.offset);
  const replayed: Replayed[] = [];
  for (const step of dateSteps(history, state)) {
    // 3. Change what no request changes.
    if (step.kind === 'state') {
      await changeState(step, names, control);
      continue;
    }
    // 4. Wait until the time of the request.
    await clock.moveTo(Date.parse(step.at ?? ''));
    // 5. Send the request, with our values in the place of recorded ones.
    const request = translate(step, authorizations.get(step.as ?? ''), names, pairing);
    const answer = outline(rebase(await sendRequest(origin, request), about.origin, origin));
    // 6. Compare the answers. What was sent must come back as it is.
    acceptSent(step, pairing);
    const differences =
      step.answer === undefined ? [] : compareAnswers(step.answer, answer, about, headers, rules);
    replayed.push({ step, answer, differences });
    // 7. Remember values under their names.
    for (const [name, pointer] of Object.entries(step.save)) {
      names.save(name, readPointer(answer.body, pointer));
    }
  }
  return replayed;
}

function createRules(about: About, pairing: Pairing, clockOffset: number): ValueRules {
  return {
    pairing,
    isOpaque: (member) => MADE_UP.test(member) || about.opaque.includes(member),
    isIgnored: (member) => about.ignore.includes(member),
    clockOffset,
  };
}

function translate(
  { method, target, headers, body }: RecordedExchange,
  authorization: string | undefined,
  names: Names,
  pairing: Pairing,
): SentRequest {
  const own: Header[] = authorization === undefined ? [] : [['Authorization', authorization]];
  return {
    method,
    target: pairing.translateTarget(target),
    headers: [
      ...own,
      ...headers.map(([name, value]): Header => [name, names.fill(pairing.translateWords(value))]),
    ],
    body: bytesOf(typeof body === 'string' ? names.fill(body) : names.fillValue(body)),
  };
}

/** A UUID that a request sends stands for itself, in lower case too. */
function acceptSent({ headers }: RecordedExchange, pairing: Pairing): void {
  for (const [uuid] of headers.flatMap(([, value]) => [...value.matchAll(UUID)])) {
    for (const text of [uuid, uuid.toLowerCase()]) pairing.accept(text, text);
  }
}

/** Writes the recorded origin for ours, in texts and in `Location`. */
function rebase(got: GotAnswer, recorded: string, ours: string): GotAnswer {
  if (recorded === '' || recorded === ours) return got;
  const replace = (text: string) => text.replaceAll(ours, recorded);
  const isText = /json|text/.test(got.headers['content-type'] ?? '');
  const headers = Object.entries(got.headers).map(([name, value]) => [name, replace(value)]);
  return {
    ...got,
    headers: Object.fromEntries(headers),
    body: isText ? Buffer.from(replace(got.body.toString())) : got.body,
  };
}
