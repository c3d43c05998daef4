import { describeLinearizable } from './describe-linearizable.ts';
import { startProofValkey } from './start-proof-valkey.ts';

describeLinearizable('Valkey', startProofValkey);
