import { isDeepStrictEqual } from 'node:util';
import { readBody } from './body-outline.ts';
import { compareValues, type ValueRules } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { readPointer } from './read-pointer.ts';
import type { About, RecordedAnswer } from './recording.ts';
import type { GotAnswer } from './send-request.ts';

/** What an answer says, as recordings write it. */
export interface Outlined {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Writes an answer as recordings do. */
export function outline({ status, headers, body }: GotAnswer): Outlined {
  return { status, headers, body: readBody(body, headers['content-type'] ?? '') };
}

/** Finds all in which our answer differs from the recorded one. `headers` are those that a recording looks at. */
export function compareAnswers(
  recorded: RecordedAnswer,
  ours: Outlined,
  { outcome }: Pick<About, 'outcome'>,
  headers: readonly string[],
  rules: ValueRules,
): Difference[] {
  const differences: Difference[] = [];
  if (recorded.status !== ours.status) {
    differences.push({ kind: 'status', pointer: '', recorded: recorded.status, ours: ours.status });
  }
  const isOutcome = new Map<string, Difference['kind']>();
  if (outcome !== undefined) {
    isOutcome.set(outcome.code, 'code').set(outcome.message, 'message');
  }
  for (const [pointer, kind] of isOutcome) {
    const [one, other] = [recorded.body, ours.body].map((body) => readPointer(body, pointer));
    if (!isDeepStrictEqual(one, other))
      differences.push({ kind, pointer, recorded: one, ours: other });
  }
  const [kept, comparable] = alike(recorded.body, ours.body);
  const inBody = compareValues(kept, comparable, rules);
  differences.push(...inBody.filter(({ pointer }) => !isOutcome.has(pointer)));
  differences.push(...compareHeaders(recorded.headers, ours.headers, headers, rules));
  return differences;
}

/** Bodies, of an outlined page only what was recorded of it: a title that is null was not. */
function alike(recorded: unknown, ours: unknown): [recorded: unknown, ours: unknown] {
  const [one, other] = [recorded, ours].map((body) => readPointer(body, '/html'));
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return [recorded, ours];
  }
  return [pickKept(one, one), pickKept(one, other)];
}

/** Members of an outline, at any depth, that were recorded. */
function pickKept(recorded: object, from: object): Record<string, unknown> {
  const kept = Object.entries(recorded).filter(([, value]) => value !== null);
  const picked = kept.map(([name, value]) => {
    const found: unknown = Reflect.get(from, name);
    const isNested = typeof value === 'object' && typeof found === 'object' && found !== null;
    return [name, isNested ? pickKept(value, found) : found];
  });
  return Object.fromEntries(picked);
}

function compareHeaders(
  recorded: Outlined['headers'],
  ours: Outlined['headers'],
  names: readonly string[],
  { pairing }: ValueRules,
): Difference[] {
  return names.flatMap((name): Difference[] => {
    const [one, other] = [recorded[name], ours[name]];
    if (one === other) return [];
    const isSame =
      one !== undefined &&
      other !== undefined &&
      name === 'location' &&
      pairing.acceptPieces(one, other);
    return isSame ? [] : [{ kind: 'headers', pointer: `/${name}`, recorded: one, ours: other }];
  });
}
