import { describeWebhooks } from './describe-webhooks.ts';
import { startProofPostgres } from './start-proof-postgres.ts';

describeWebhooks('PostgreSQL', startProofPostgres);
