import { describeHistories } from './describe-histories.ts';
import { startProofPostgres } from './start-proof-postgres.ts';

describeHistories('PostgreSQL', startProofPostgres);
