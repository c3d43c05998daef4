import packageFile from '../../../package.json' with { type: 'json' };
import type { Contract } from '../../contract/contract.ts';
import type { operations } from '../../generated/mock-control/types.ts';
import { defineBehaviour } from '../behaviour.ts';
import type { MockApi } from '../engine.ts';
import type { Sandboxes } from '../sandbox/sandboxes.ts';
import { createClockHandlers } from './clock-handlers.ts';
import { CONTROL_MOUNT } from './control-mount.ts';
import { describeApi } from './describe-api.ts';
import { createJournalHandlers } from './journal-handlers.ts';
import { formatError } from './problem.ts';
import { createSandboxHandlers } from './sandbox-handlers.ts';
import { createStateHandlers } from './state-handlers.ts';

/** What the control API steers. */
export interface Controlled {
  readonly sandboxes: Sandboxes;
  readonly listApis: () => readonly MockApi[];
}

/** Makes the API that steers a mock server, from its contract. */
export function createControlApi(contract: Contract, controlled: Controlled): MockApi {
  const behaviour = defineBehaviour<operations>()({
    epoch: new Date(0).toISOString(),
    tables: {},
    seeds: { default: () => {} },
    handlers: {
      getHealth: ({ link }) => ({
        status: 200,
        body: {
          status: 'ok',
          version: packageFile.version,
          apis: controlled.listApis().map((api) => describeApi(api, link)),
          sandboxes: controlled.sandboxes.list().length,
        },
      }),
      ...createSandboxHandlers(controlled),
      ...createClockHandlers(controlled),
      ...createStateHandlers(controlled),
      ...createJournalHandlers(controlled),
    },
  });
  return { name: 'mock-control', site: '', mount: CONTROL_MOUNT, contract, formatError, behaviour };
}
