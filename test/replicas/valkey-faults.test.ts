import { describeFaults } from './describe-faults.ts';
import { startProofValkey } from './start-proof-valkey.ts';

describeFaults('Valkey', startProofValkey);
