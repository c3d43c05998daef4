import type { MockApi } from '../request/mock-api.ts';
import { listStatefulApis } from '../request/stateful-api.ts';
import { CLOCK_LIMITS, isClockInstant } from '../state/clock.ts';
import type { Sandbox } from '../state/sandbox.ts';

/** Message about a time, as it was written, that no clock may be set to; `undefined` for one that it may. */
export function findInstantDefect(written: string): string | undefined {
  if (isClockInstant(Date.parse(written))) return undefined;
  return `Expected a time ${CLOCK_LIMITS}, got ${written}.`;
}

/** Message about a move that would take a clock beyond its limits; `undefined` for one that does not. */
export function findMoveDefect(
  { clock }: Sandbox,
  apis: readonly MockApi[],
  milliseconds: number,
  written: string,
): string | undefined {
  if (clock.canAdvance(listStatefulApis(apis), milliseconds)) return undefined;
  return `Expected a duration after which the time is ${CLOCK_LIMITS}, got ${written}.`;
}
