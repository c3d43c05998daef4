import { type ApiClient, createClient } from '../generated/crego/client.ts';
import type { BearerClientOptions } from './client-options.ts';
import { sendBearer } from './send-bearer.ts';

export type CregoClient = ApiClient;

/** Creates a typed Crego client; `token` is the `access` value of `POST /token/exchange/`. */
export function createCregoClient(options: BearerClientOptions): CregoClient {
  return createClient(sendBearer(options));
}
