import { bearer } from '../../client/index.ts';
import { type ApiClient, createClient } from '../../generated/mock-control/client.ts';
import { readToken } from './token-store.ts';

/** Client of the control API. */
export type Control = ApiClient;

/** Creates the client of the control API, which sends the token of this tab where there is one. */
export function createControl(baseUrl: string): Control {
  return createClient({ baseUrl, middleware: [bearer(readToken)] });
}
