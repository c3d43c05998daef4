import { type ClientOptions, retry, validate } from 'share-contracts/client';
import {
  createShare,
  deleteShare,
  listShares,
  previewShare,
} from 'share-contracts/validation/crego';
import type { ServerClock } from './server-clock.ts';

/**
 * How the page talks to Crego: an answer is waited for so long, is asked for again if it may be another the next time, and is
 * shown only if it keeps the contract.
 */
export function cregoOptions(clock: ServerClock, timeout: number, delay = 300) {
  return {
    timeout,
    retry: retry({ delay, maxDelay: 2000 }),
    validation: validate({ createShare, deleteShare, listShares, previewShare }),
    middleware: [clock.middleware],
  } satisfies Omit<ClientOptions, 'baseUrl'>;
}
