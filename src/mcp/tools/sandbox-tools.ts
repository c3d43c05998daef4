import { z } from 'zod';
import { describeUnknownName } from '../../text/nearest-name.ts';
import { takeFitting } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { MAX_ANSWER } from '../tool-result.ts';
import { FAULT, SANDBOX, SANDBOX_VIEW, viewSandbox } from './sandbox-view.ts';

const READS = { readOnlyHint: true, openWorldHint: false } as const;
/** A setting that takes the place of the former one, and can be set back. */
const SETS = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

const ANSWER = z.object({ sandbox: SANDBOX_VIEW });

/** Tools: sandboxes, and the situation that each is in. */
export const sandboxTools = [
  defineTool({
    name: 'list_sandboxes',
    title: 'List sandboxes',
    description: 'Lists the sandboxes of the mock, each with its scenario, clock and faults.',
    input: z.strictObject({}),
    output: z.object({ sandboxes: z.array(SANDBOX_VIEW), isCut: z.boolean() }),
    annotations: READS,
    run: async (_input, { host }) => {
      const { sandboxes } = await host.control.listSandboxes();
      const { items, isCut } = takeFitting(sandboxes.map(viewSandbox), MAX_ANSWER - 1000);
      return { sandboxes: items, isCut };
    },
  }),
  defineTool({
    name: 'get_sandbox',
    title: 'Get sandbox',
    description: 'Tells the scenario, the clock and the faults of a sandbox.',
    input: z.strictObject({ sandbox: SANDBOX }),
    output: ANSWER,
    annotations: READS,
    run: async ({ sandbox }, { host: { control } }) => {
      const result = await control.getSandbox.safe({ path: { sandbox } });
      if (result.status === 200) return { sandbox: viewSandbox(result.data) };
      if (result.status !== 404) throw result.error;
      const { sandboxes } = await control.listSandboxes();
      const known = sandboxes.map(({ name }) => name);
      throw new ToolError(describeUnknownName('sandbox', sandbox, known));
    },
  }),
  defineTool({
    name: 'set_scenario',
    title: 'Set scenario',
    description:
      'Puts a sandbox into a named situation, such as "empty" or "server-error"; "default" is the usual one. list_apis has the names.',
    input: z.strictObject({ sandbox: SANDBOX, scenario: z.string().describe('Its name.') }),
    output: ANSWER,
    annotations: SETS,
    run: async ({ sandbox, scenario }, { host }) => ({
      sandbox: viewSandbox(
        await host.control.setScenario({ path: { sandbox }, body: { name: scenario } }),
      ),
    }),
  }),
  defineTool({
    name: 'set_faults',
    title: 'Set faults',
    description:
      'Has requests of a sandbox be slow, fail, or lose their connection, in place of the faults before.',
    input: z.strictObject({ sandbox: SANDBOX, faults: z.array(FAULT).max(100) }),
    output: ANSWER,
    annotations: SETS,
    run: async ({ sandbox, faults }, { host }) => ({
      sandbox: viewSandbox(await host.control.setFaults({ path: { sandbox }, body: { faults } })),
    }),
  }),
  defineTool({
    name: 'clear_faults',
    title: 'Clear faults',
    description: 'Removes the faults of a sandbox; those of its scenario stay.',
    input: z.strictObject({ sandbox: SANDBOX }),
    output: ANSWER,
    annotations: SETS,
    run: async ({ sandbox }, { host }) => ({
      sandbox: viewSandbox(await host.control.clearFaults({ path: { sandbox } })),
    }),
  }),
  defineTool({
    name: 'reset_sandbox',
    title: 'Reset sandbox',
    description:
      'Forgets all state of a sandbox: what was created is lost, and clock, scenario and faults are those of a fresh one.',
    input: z.strictObject({ sandbox: SANDBOX }),
    output: ANSWER,
    annotations: {
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
    run: async ({ sandbox }, { host }) => ({
      sandbox: viewSandbox(await host.control.resetSandbox({ path: { sandbox } })),
    }),
  }),
];
