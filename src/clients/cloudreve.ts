import type { Client } from 'openapi-fetch';
import type { paths } from '../generated/cloudreve/types.ts';
import type { BearerClientOptions } from './client-options.ts';
import { createBearerClient } from './create-bearer-client.ts';

export type CloudreveClient = Client<paths>;

/**
 * Creates a typed client of the Cloudreve v4 sharing API; `token` is the `access_token` of a
 * sign-in.
 *
 * A successful result has `code` 0 and `data`; a failure has another `code` and a `msg`.
 */
export function createCloudreveClient(options: BearerClientOptions): CloudreveClient {
  return createBearerClient<paths>(options);
}
