import { outline } from './compare-answers.ts';
import { FidelityError } from './fidelity-error.ts';
import type { Names } from './names.ts';
import { readPointer } from './read-pointer.ts';
import type { About, History } from './recording.ts';
import { bytesOf, sendRequest } from './send-request.ts';

/**
 * Signs in those who act in a history, and names what they got. Returns the `Authorization` of each.
 *
 * Throws FidelityError for one who cannot sign in.
 */
export async function signIn(
  about: About,
  history: History,
  origin: string,
  names: Names,
): Promise<Map<string, string>> {
  const authorizations = new Map<string, string>();
  for (const [name, actor] of listActors(about, history)) {
    const { method, target, body, save, authorization } = actor;
    const headers = [['Content-Type', 'application/json']] as const;
    const sent = { method, target, headers, body: bytesOf(names.fillValue(body)) };
    const { status, body: answer } = outline(await sendRequest(origin, sent));
    for (const [saved, pointer] of Object.entries(save)) {
      const value = readPointer(answer, pointer);
      if (typeof value !== 'string') {
        throw new FidelityError(
          `"${name}" cannot sign in: ${method} ${target} answered ${status} ${JSON.stringify(answer)}, without ${pointer}.`,
        );
      }
      names.save(saved, value);
    }
    authorizations.set(name, names.fill(authorization));
  }
  return authorizations;
}

/** Those who send requests of a history, and those whose names it uses. */
function listActors({ actors }: About, history: History) {
  const text = JSON.stringify(history.steps);
  return Object.entries(actors).filter(([name, { save }]) =>
    [`"as":${JSON.stringify(name)}`, ...Object.keys(save).map((saved) => `<<${saved}>>`)].some(
      (used) => text.includes(used),
    ),
  );
}
