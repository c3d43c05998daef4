import { compareAnswers, type Outlined, outline } from './compare-answers.ts';
import type { ValueRules } from './compare-values.ts';
import { dateSteps } from './date-steps.ts';
import type { Difference } from './difference.ts';
import { FidelityError } from './fidelity-error.ts';
import { findBegin } from './find-begin.ts';
import { createNames, type Names } from './names.ts';
import { createPairing } from './pairing.ts';
import { readPointer } from './read-pointer.ts';
import type { About, History, RecordedExchange, Recording, StateChange } from './recording.ts';
import { type GotAnswer, sendRequest } from './send-request.ts';
import type { ReplayServer } from './server.ts';

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
 * Sends the requests of a history to a server and compares the answers, in six steps.
 *
 * Throws FidelityError where the world of the recording cannot be made, or nobody answers.
 */
export async function replayHistory(
  { about, state }: Pick<Recording, 'about' | 'state'>,
  history: History,
  server: ReplayServer,
  headers: readonly string[],
): Promise<Replayed[]> {
  const { control } = server;
  const begin = findBegin(history, state);
  const pairing = createPairing();
  const ahead = control === undefined && begin !== undefined ? Date.now() - begin : 0;
  let now = begin ?? Date.now();
  const setClock = async (instant: number) => {
    await control?.setClock(instant);
    now = instant;
  };
  const readTime = () => (control === undefined ? Date.now() : now);
  const names = createNames(about, history, pairing, readTime);
  const rules: ValueRules = {
    pairing,
    isOpaque: (member) => MADE_UP.test(member) || about.opaque.includes(member),
    isIgnored: (member) => about.ignore.includes(member),
    clockOffset: ahead,
  };
  const replayed: Replayed[] = [];

  // 1. Set the clock to the time of the recording. A live server has its own.
  await setClock(now);
  // 2. Sign in those who act.
  const authorizations = await signIn(about, actorsOf(about, history), server.origin, names);
  for (const step of dateSteps(history, state)) {
    // 3. Change what no request changes.
    if (step.kind === 'state') {
      await changeState(step, names, control);
      continue;
    }
    // A clock that goes back would make tokens invalid that were issued before.
    const at = Date.parse(step.at ?? '');
    if (control !== undefined && at > readTime()) await setClock(at);
    // 4. Send the request, with our values in the place of recorded ones.
    const authorization = authorizations.get(step.as ?? '');
    const request = {
      method: step.method,
      target: pairing.translateTarget(step.target),
      headers: [
        ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
        ...step.headers.map(([name, value]) => [name, names.fill(value)] as const),
      ],
      body: bytesOf(step.body, names),
    };
    const got = await send(server.origin, request, step);
    // 5. Compare. What was sent must come back as it is.
    for (const [, value] of step.headers) for (const [uuid] of value.matchAll(UUID)) keep(uuid);
    const answer = outline(rebase(got, about.origin, server.origin));
    const differences =
      step.answer === undefined ? [] : compareAnswers(step.answer, answer, about, headers, rules);
    replayed.push({ step, answer, differences });
    // 6. Remember values under their names.
    for (const [name, pointer] of Object.entries(step.save))
      names.save(name, readPointer(answer.body, pointer));
  }
  return replayed;

  function keep(uuid: string): void {
    for (const text of [uuid, uuid.toLowerCase()]) pairing.accept(text, text);
  }
}

/** Actors that a history needs: those who send requests, and those whose names it uses. */
function actorsOf({ actors }: About, history: History): string[] {
  const text = JSON.stringify(history.steps);
  return Object.entries(actors)
    .filter(([name, { save }]) =>
      [`"as":${JSON.stringify(name)}`, ...Object.keys(save).map((saved) => `<<${saved}>>`)].some(
        (used) => text.includes(used),
      ),
    )
    .map(([name]) => name);
}

/** Signs actors in. Returns the `Authorization` of each. */
async function signIn(
  { actors }: About,
  names: readonly string[],
  origin: string,
  values: Names,
): Promise<Map<string, string>> {
  const authorizations = new Map<string, string>();
  for (const name of names) {
    const actor = actors[name];
    if (actor === undefined) continue;
    const { method, target, body, save, authorization } = actor;
    const headers = [['Content-Type', 'application/json']] as const;
    const got = await sendRequest(origin, { method, target, headers, body: bytesOf(body, values) });
    const answer = outline(got);
    for (const [saved, pointer] of Object.entries(save)) {
      const value = readPointer(answer.body, pointer);
      if (typeof value !== 'string') {
        throw new FidelityError(
          `"${name}" cannot sign in: ${method} ${target} answered ${got.status} ${JSON.stringify(answer.body)}, without ${pointer}.`,
        );
      }
      values.save(saved, value);
    }
    authorizations.set(name, values.fill(authorization));
  }
  return authorizations;
}

async function changeState(
  { table, key, set, place }: StateChange,
  names: Names,
  control: ReplayServer['control'],
): Promise<void> {
  const ours = names.fillValue(key);
  if (control === undefined || typeof ours !== 'string') {
    throw new FidelityError(
      `${place.history}:${place.n} "${place.name}" changes the state, which a live server does not let anyone do.`,
    );
  }
  if (set === undefined) return control.deleteRow(table, ours);
  const former = await control.getRow(table, ours);
  const changed = { ...former, ...Object(names.fillValue(set)) };
  const kept = Object.entries(changed).filter(([, value]) => value !== null);
  await control.putRow(table, ours, Object.fromEntries(kept));
}

/** Bytes of a body: a text is one byte per character, so that no encoding is out of reach. */
function bytesOf(body: unknown, names: Names): Buffer | undefined {
  if (body === undefined) return undefined;
  if (typeof body !== 'string') return Buffer.from(JSON.stringify(names.fillValue(body)));
  const text = names.fill(body);
  return Buffer.from(text, /^[\0-ÿ]*$/.test(text) ? 'latin1' : 'utf8');
}

async function send(
  origin: string,
  request: Parameters<typeof sendRequest>[1],
  { place }: RecordedExchange,
): Promise<GotAnswer> {
  try {
    return await sendRequest(origin, request);
  } catch (error) {
    throw new FidelityError(
      `${place.history}:${place.n} "${place.name}": ${origin} gave no answer. ${String(error)}`,
    );
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
