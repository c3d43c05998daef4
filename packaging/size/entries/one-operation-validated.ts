// The same, its answers validated.
import { createConnection, retry, validate } from 'share-contracts/client';
import { listShares } from '../../../src/generated/crego/operations.ts';
import { listShares as schemas } from '../../../src/generated/crego/validation.ts';

export { createConnection, listShares, retry, schemas, validate };
