import { createCregoClient } from 'share-contracts/clients/crego';
import { mockTest } from 'share-contracts/testing/vitest';
import { cregoOptions } from '../src/crego/crego-options.ts';
import { createServerClock } from '../src/crego/server-clock.ts';
import { createShareList } from '../src/shares/share-list.ts';

/** Document of the contract's examples, which has two shares. */
export const DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';

/** Vitest's `test` with what the page is made of, on a mock of Crego that each test has for itself. */
export const test = mockTest({ apis: ['crego'] })
  .extend('clock', () => createServerClock())
  .extend('timeout', 30_000)
  .extend('options', ({ clock, timeout }) => ({
    ...cregoOptions(clock, timeout, 1),
    token: 'demo',
  }))
  .extend('crego', ({ mock, options }) => mock.client('crego', createCregoClient, options))
  .extend('list', ({ crego }) => createShareList(crego, DOCUMENT));
