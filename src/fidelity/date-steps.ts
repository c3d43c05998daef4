import { listInstants } from './list-instants.ts';
import type { History, Recording, Step } from './recording.ts';

/** Members that say when something was made. */
const CREATED = ['created_at', 'createdAt', 'created', 'date_created', 'creation_date'];
const PIECE = /[A-Za-z0-9_-]+/g;

/**
 * Dates the steps of a history that made something, where a later answer says when: the first answer with the id of an
 * object came at the time at which the object was created. What is of the state that it starts from is older.
 */
export function dateSteps({ steps }: History, state: Recording['state']): Step[] {
  const old = new Set(listInstants(state));
  const all = steps.flatMap((step) => [...listCreated(bodyOf(step))]);
  const created = new Map(all.filter(([, at]) => !old.has(at)));
  const seen = new Set<string>();
  return steps.map((step) => {
    if (step.kind === 'state') return step;
    const pieces = JSON.stringify(bodyOf(step) ?? '').match(PIECE) ?? [];
    const fresh = pieces.filter((piece) => created.has(piece) && !seen.has(piece));
    for (const piece of fresh) seen.add(piece);
    // A list shows what is older than the request.
    const at = step.method === 'GET' ? undefined : created.get(fresh[0] ?? '');
    return { ...step, at: step.at ?? at };
  });
}

function bodyOf(step: Step): unknown {
  return step.kind === 'exchange' ? step.answer?.body : undefined;
}

/** Ids and instants of all objects in a value that say when they were made. */
function* listCreated(value: unknown): Generator<[id: string, at: string]> {
  if (typeof value !== 'object' || value === null) return;
  const members = new Map<string, unknown>(Object.entries(value));
  const at = CREATED.map((name) => members.get(name)).find((found) => typeof found === 'string');
  const id = members.get('id');
  if (typeof id === 'string' && typeof at === 'string') yield [id, at];
  for (const item of members.values()) yield* listCreated(item);
}
