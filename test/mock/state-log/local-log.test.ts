import type { StateLog } from '../../../src/mock/state/state-log.ts';
import { createLocalLog } from '../../../src/mock/state-log/local-log.ts';
import { describeStateLog } from './state-log-suite.ts';

describeStateLog('a log in memory', async () => {
  const logs = new Map<string, StateLog>();
  return {
    open: async (space, limits) => {
      const known = logs.get(space) ?? createLocalLog({ maxSandboxes: 1000, ...limits });
      logs.set(space, known);
      return known;
    },
    stop: async () => {},
  };
});
