// One operation, with retries and paging: what a page needs that lists shares.
import { createConnection, retry } from 'share-contracts/client';
import { listShares } from '../../../src/generated/crego/operations.ts';

export { createConnection, listShares, retry };
