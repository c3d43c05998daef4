import type { Client } from 'openapi-fetch';
import type { paths } from '../generated/craftkit/types.ts';
import type { BearerClientOptions } from './client-options.ts';
import { createBearerClient } from './create-bearer-client.ts';

export type CraftkitClient = Client<paths>;

/** Creates a typed Craftkit client; `token` is a project key such as `ck_live_…`. */
export function createCraftkitClient(options: BearerClientOptions): CraftkitClient {
  return createBearerClient<paths>(options);
}
