import { describeLinearizable } from './describe-linearizable.ts';
import { startProofPostgres } from './start-proof-postgres.ts';

describeLinearizable('PostgreSQL', startProofPostgres);
