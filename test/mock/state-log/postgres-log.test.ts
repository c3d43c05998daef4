import { openPostgresLog } from '../../../src/mock/state-postgres/open-postgres-log.ts';
import { startPostgres } from '../../support/start-postgres.ts';
import { describeStateLog } from './state-log-suite.ts';

describeStateLog('PostgreSQL', async () => {
  const server = await startPostgres();
  return {
    open: (space, limits) =>
      openPostgresLog(`${server.url}?schema=${space.replaceAll('-', '_')}`, {
        ...limits,
        timeout: 20_000,
      }),
    stop: server.stop,
  };
});
