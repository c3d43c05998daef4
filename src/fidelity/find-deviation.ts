import { isDeepStrictEqual } from 'node:util';
import { readPointer } from './read-pointer.ts';
import type { About, Deviation } from './recording.ts';
import type { Replayed } from './replay-history.ts';

/** Finds the deviation that explains why an answer differs; `undefined` where none does. */
export function findDeviation(
  { deviations, outcome }: Pick<About, 'deviations' | 'outcome'>,
  { step, answer }: Replayed,
): Deviation | undefined {
  return deviations.find(
    ({ recorded = {}, ours = {} }) =>
      (recorded.operationId ?? step.operationId) === step.operationId &&
      (recorded.method ?? step.method) === step.method &&
      new RegExp(recorded.target ?? '').test(step.target) &&
      isOutcome(recorded, step.answer) &&
      isOutcome(ours, answer),
  );

  function isOutcome(
    { status, code, message, body }: NonNullable<Deviation['ours']>,
    found: Replayed['step']['answer'],
  ): boolean {
    return (
      (status ?? found?.status) === found?.status &&
      isEqual(code, outcome?.code) &&
      isEqual(message, outcome?.message) &&
      (body === undefined || body in Object(found?.body))
    );

    function isEqual(expected: unknown, pointer: string | undefined): boolean {
      if (expected === undefined || pointer === undefined) return true;
      return isDeepStrictEqual(readPointer(found?.body, pointer), expected);
    }
  }
}
