import { describeHistories } from './describe-histories.ts';
import { startProofValkey } from './start-proof-valkey.ts';

describeHistories('Valkey', startProofValkey);
