import { listStatefulApis } from '../request/stateful-api.ts';
import type { Sandbox } from '../state/sandbox.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeClock } from './describe-sandbox.ts';
import { parseDuration } from './parse-duration.ts';
import { problem } from './problem.ts';

/** Years of date-times have four digits, https://www.rfc-editor.org/rfc/rfc3339#section-5.6. */
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

/** Creates the handlers that read and change the clock of a sandbox. */
export function createClockHandlers({ sandboxes, listApis }: Controlled) {
  const show = (sandbox: Sandbox) =>
    ({ status: 200, body: describeClock(sandbox, listApis()) }) as const;

  return {
    getClock: ({ path }) => show(sandboxes.open(path.sandbox)),
    setClock: ({ path, body }) => {
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.clock.set(Date.parse(body.now));
      return show(sandbox);
    },
    advanceClock: ({ path, body: { by } }) => {
      const milliseconds = parseDuration(by);
      if (milliseconds === undefined) return problem(422, `"${by}" is no duration such as P7D.`);
      const sandbox = sandboxes.open(path.sandbox);
      const times = listStatefulApis(listApis()).map((api) => sandbox.now(api) + milliseconds);
      if (times.some((time) => time < FIRST || time > LAST)) {
        return problem(422, 'The clock would leave the years 0000 to 9999.');
      }
      sandbox.clock.advance(milliseconds);
      return show(sandbox);
    },
  } satisfies ControlHandlers;
}
