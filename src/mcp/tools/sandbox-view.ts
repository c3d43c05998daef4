import { z } from 'zod';
import type { components } from '../../generated/mock-control/types.ts';

type Sandbox = components['schemas']['Sandbox'];

/** Parameter of tools that act in a sandbox. */
export const SANDBOX = z
  .string()
  .default('default')
  .describe(
    'Sandbox: one isolated copy of all state, made on first use. "default" is what an application without a sandbox uses.',
  );

const MILLISECONDS = z.number().min(0).max(600_000);

/** Fault, as the control API takes it. */
export const FAULT = z.strictObject({
  api: z.exactOptional(z.string()).describe('Only requests of this API.'),
  operation: z.exactOptional(z.string()).describe('Only requests of this operation.'),
  rate: z.exactOptional(z.number().min(0).max(1)).describe('Share of the requests; 1 if absent.'),
  times: z.exactOptional(z.int().min(1)).describe('Requests until it ends by itself.'),
  delay: z
    .exactOptional(
      z.union([
        MILLISECONDS,
        z.strictObject({ min: MILLISECONDS, max: MILLISECONDS }),
        z.strictObject({ mean: MILLISECONDS, deviation: MILLISECONDS }),
      ]),
    )
    .describe('Milliseconds before the answer.'),
  outcome: z
    .exactOptional(z.enum(['error', 'reset', 'truncate']))
    .describe('A server error, a lost connection, or half an answer.'),
});

/** Sandbox, as tools answer it. */
export const SANDBOX_VIEW = z.object({
  name: z.string(),
  scenario: z.string(),
  clock: z.record(z.string(), z.string()).describe('Time of the sandbox by API.'),
  faults: z.array(z.record(z.string(), z.unknown())).describe('As set_faults takes them.'),
  requests: z.number().describe('Requests that it has had.'),
});

/** Picks what tools answer of a sandbox. */
export function viewSandbox({ name, scenario, clock, faults, requests }: Sandbox) {
  return {
    name,
    scenario,
    clock: clock.apis,
    faults: faults.map((fault) => ({ ...fault })),
    requests,
  };
}
