import { describeFaults } from './describe-faults.ts';
import { startProofPostgres } from './start-proof-postgres.ts';

describeFaults('PostgreSQL', startProofPostgres);
