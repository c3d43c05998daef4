import { listInstants } from './list-instants.ts';
import type { History, Recording } from './recording.ts';

/**
 * Finds when a history began, in milliseconds of the epoch: the earliest instant of its steps and in its answers that is later than the
 * state that it starts from. `undefined` if nothing tells.
 */
export function findBegin({ steps }: History, state: Recording['state']): number | undefined {
  const told = steps.flatMap((step) => (step.kind === 'exchange' ? [step.at, step.answer] : []));
  const last = Math.max(0, ...parseInstants(state));
  const fresh = parseInstants(told).filter((instant) => instant > last);
  return fresh.length === 0 ? undefined : Math.min(...fresh);
}

function parseInstants(value: unknown): number[] {
  return listInstants(value).map((instant) => Date.parse(instant));
}
