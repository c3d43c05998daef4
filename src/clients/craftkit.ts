import { type ApiClient, createClient } from '../generated/craftkit/client.ts';
import type { BearerClientOptions } from './client-options.ts';
import { sendBearer } from './send-bearer.ts';

export type CraftkitClient = ApiClient;

/** Creates a typed Craftkit client; `token` is a project key such as `ck_live_…`. */
export function createCraftkitClient(options: BearerClientOptions): CraftkitClient {
  return createClient(sendBearer(options));
}
