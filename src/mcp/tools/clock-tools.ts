import { z } from 'zod';
import { defineTool } from '../tool.ts';
import { SANDBOX } from './sandbox-view.ts';

const ANSWER = z.object({
  clock: z.record(z.string(), z.string()).describe('Time of the sandbox by API with state.'),
});

/** Tools: the clock of a sandbox. */
export const clockTools = [
  defineTool({
    name: 'get_clock',
    title: 'Get clock',
    description:
      'Tells the time of a sandbox, which may differ from real time, and differs by API unless it was set.',
    input: z.strictObject({ sandbox: SANDBOX }),
    output: ANSWER,
    annotations: { readOnlyHint: true, openWorldHint: false },
    run: async ({ sandbox }, { host }) => ({
      clock: (await host.control.getClock({ path: { sandbox } })).apis,
    }),
  }),
  defineTool({
    name: 'set_clock',
    title: 'Set clock',
    description: 'Sets the time of a sandbox for all APIs. Links expire, and tokens with them.',
    input: z.strictObject({
      sandbox: SANDBOX,
      now: z.string().describe('Instant of ISO 8601, such as 2026-01-31T12:00:00Z.'),
    }),
    output: ANSWER,
    annotations: {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    run: async ({ sandbox, now }, { host }) => ({
      clock: (await host.control.setClock({ path: { sandbox }, body: { now } })).apis,
    }),
  }),
  defineTool({
    name: 'advance_clock',
    title: 'Advance clock',
    description: 'Moves the time of a sandbox on, such as by P8D to see what has expired by then.',
    input: z.strictObject({
      sandbox: SANDBOX,
      by: z.string().describe('Duration of ISO 8601, such as PT1H, P7D or -P1D.'),
    }),
    output: ANSWER,
    annotations: {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    run: async ({ sandbox, by }, { host }) => ({
      clock: (await host.control.advanceClock({ path: { sandbox }, body: { by } })).apis,
    }),
  }),
];
