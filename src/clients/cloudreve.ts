import { type ApiClient, createClient } from '../generated/cloudreve/client.ts';
import type { BearerClientOptions } from './client-options.ts';
import { sendBearer } from './send-bearer.ts';

export type CloudreveClient = ApiClient;

/**
 * Creates a typed client of the Cloudreve v4 sharing API; `token` is the `access_token` of a
 * sign-in.
 *
 * A successful result has `code` 0 and `data`; a failure has another `code` and a `msg`.
 */
export function createCloudreveClient(options: BearerClientOptions): CloudreveClient {
  return createClient(sendBearer(options));
}
