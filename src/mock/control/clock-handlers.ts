import { listStatefulApis } from '../request/stateful-api.ts';
import { CLOCK_LIMITS, isClockInstant } from '../state/clock.ts';
import type { Sandbox } from '../state/sandbox.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeClock } from './describe-sandbox.ts';
import { parseDuration } from './parse-duration.ts';
import { problem } from './problem.ts';

/** Creates the handlers that read and change the clock of a sandbox. */
export function createClockHandlers({ sandboxes, listApis }: Controlled) {
  const show = (sandbox: Sandbox) =>
    ({ status: 200, body: describeClock(sandbox, listApis()) }) as const;

  return {
    getClock: ({ path }) => show(sandboxes.open(path.sandbox)),
    setClock: ({ path, body }) => {
      const instant = Date.parse(body.now);
      if (!isClockInstant(instant)) {
        return problem(422, `Expected a time ${CLOCK_LIMITS}, got ${body.now}.`);
      }
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.clock.set(instant);
      return show(sandbox);
    },
    advanceClock: ({ path, body: { by } }) => {
      const milliseconds = parseDuration(by);
      if (milliseconds === undefined) return problem(422, `"${by}" is no duration such as P7D.`);
      const sandbox = sandboxes.open(path.sandbox);
      const apis = listStatefulApis(listApis());
      if (!sandbox.clock.canAdvance(apis, milliseconds)) {
        return problem(
          422,
          `Expected a duration after which the time is ${CLOCK_LIMITS}, got ${by}.`,
        );
      }
      sandbox.clock.advance(milliseconds);
      return show(sandbox);
    },
  } satisfies ControlHandlers;
}
