import type { Client } from 'openapi-fetch';
import type { paths } from '../generated/crego/types.ts';
import type { BearerClientOptions } from './client-options.ts';
import { createBearerClient } from './create-bearer-client.ts';

export type CregoClient = Client<paths>;

/** Creates a typed Crego client; `token` is the `access` value of `POST /token/exchange/`. */
export function createCregoClient(options: BearerClientOptions): CregoClient {
  return createBearerClient<paths>(options);
}
