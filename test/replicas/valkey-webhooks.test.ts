import { describeWebhooks } from './describe-webhooks.ts';
import { startProofValkey } from './start-proof-valkey.ts';

describeWebhooks('Valkey', startProofValkey);
