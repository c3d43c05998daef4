import type { Contract } from '../../contract/model/contract.ts';
import type { operations } from '../../generated/mock-control/types.ts';
import { defineBehaviour } from '../authoring/behaviour.ts';
import type { MockApi } from '../request/mock-api.ts';
import { createClockHandlers } from './clock-handlers.ts';
import { createContractHandlers } from './contract-handlers.ts';
import type { Controlled } from './controlled.ts';
import type { Followers } from './followers.ts';
import { createJournalHandlers } from './journal-handlers.ts';
import { formatError } from './problem.ts';
import { createSandboxHandlers } from './sandbox-handlers.ts';
import { createServerHandlers } from './server-handlers.ts';
import { createStateHandlers } from './state-handlers.ts';
import { createSummaryHandlers } from './summary-handlers.ts';

/** Creates the control API from its contract, served like any other API at a path of the server. */
export function createControlApi(
  contract: Contract,
  mount: string,
  controlled: Controlled,
  followers: Followers,
): MockApi {
  const behaviour = defineBehaviour<operations>()({
    epoch: new Date(0).toISOString(),
    tables: {},
    seeds: { default: () => {} },
    handlers: {
      ...createServerHandlers(controlled),
      ...createContractHandlers(controlled),
      ...createSandboxHandlers(controlled),
      ...createClockHandlers(controlled),
      ...createStateHandlers(controlled),
      ...createJournalHandlers(controlled, followers),
      ...createSummaryHandlers(controlled),
    },
  });
  return { name: 'mock-control', site: '', mount, contract, formatError, behaviour };
}
