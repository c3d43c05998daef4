import { openValkeyLog } from '../../../src/mock/state-valkey/open-valkey-log.ts';
import { startValkey } from '../../support/start-valkey.ts';
import { describeStateLog } from './state-log-suite.ts';

describeStateLog('openValkeyLog', async () => {
  const { url, stop } = await startValkey();
  return {
    open: (space, limits) =>
      openValkeyLog(`${url}?prefix=${space}`, { ...limits, timeout: 20_000 }),
    stop,
  };
});
