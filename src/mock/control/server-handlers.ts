import packageFile from '#package.json' with { type: 'json' };
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeApi } from './describe-api.ts';
import { describeHealth } from './describe-health.ts';

/** As the contract has it. */
const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

/** Creates the handlers that tell how the server as a whole does. */
export function createServerHandlers(controlled: Controlled) {
  const { sandboxes, listApis, metrics } = controlled;
  const { version } = packageFile;
  return {
    getHealth: ({ link }) => ({
      status: 200,
      body: {
        ...describeHealth(controlled),
        version,
        apis: listApis().map((api) => describeApi(api, link)),
        sandboxes: sandboxes.count(),
      },
    }),
    getMetrics: () => {
      const moment = metrics.readMoment();
      return {
        status: 200,
        mediaType: PROMETHEUS,
        // Handlers answer at once, and the library does not.
        stream: () =>
          new ReadableStream({
            start: async (controller) => {
              controller.enqueue(new TextEncoder().encode(await metrics.write(moment)));
              controller.close();
            },
          }),
      };
    },
  } satisfies ControlHandlers;
}
