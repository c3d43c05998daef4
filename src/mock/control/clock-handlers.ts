import { parseDuration } from '../../text/iso-duration.ts';
import type { Sandbox } from '../state/sandbox.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeClock } from './describe-sandbox.ts';
import { findInstantDefect, findMoveDefect } from './find-clock-defect.ts';
import { problem } from './problem.ts';

/** Creates the handlers that read and change the clock of a sandbox. */
export function createClockHandlers({ sandboxes, listApis }: Controlled) {
  const show = (sandbox: Sandbox) =>
    ({ status: 200, body: describeClock(sandbox, listApis()) }) as const;

  return {
    getClock: ({ path }) => show(sandboxes.open(path.sandbox)),
    setClock: ({ path, body }) => {
      const defect = findInstantDefect(body.now);
      if (defect !== undefined) return problem(422, defect);
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.clock.set(Date.parse(body.now));
      return show(sandbox);
    },
    advanceClock: ({ path, body: { by } }) => {
      const milliseconds = parseDuration(by);
      if (milliseconds === undefined) return problem(422, `"${by}" is no duration such as P7D.`);
      const sandbox = sandboxes.open(path.sandbox);
      const defect = findMoveDefect(sandbox, listApis(), milliseconds, by);
      if (defect !== undefined) return problem(422, defect);
      sandbox.clock.advance(milliseconds);
      return show(sandbox);
    },
  } satisfies ControlHandlers;
}
