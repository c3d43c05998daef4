import { type ApiClient, createClient } from '../generated/cloudreve/client.ts';
import type { BearerClientOptions } from './client-options.ts';
import { createCloudreveError } from './cloudreve/cloudreve-error.ts';
import { sendBearer } from './send-bearer.ts';

export { decodeBoolset, encodeBoolset, SHARE_PERMISSION } from './cloudreve/boolset.ts';
export { CloudreveError, type CloudreveFailure } from './cloudreve/cloudreve-error.ts';
export { buildFileUri, type FileUri, parseFileUri } from './cloudreve/file-uri.ts';
export { type ShareReference, shareIdOf } from './cloudreve/share-id-of.ts';
export { type Credentials, type Session, signIn } from './cloudreve/sign-in.ts';

export type CloudreveClient = ApiClient;

/**
 * Creates a typed client of the Cloudreve v4 sharing API; `token` is an `access_token`, and the middleware of `signIn` renews it.
 *
 * The result of a call is the `data` of its success; any other `code` is thrown as CloudreveError.
 */
export function createCloudreveClient(options: BearerClientOptions): CloudreveClient {
  return createClient(
    sendBearer({ ...options, createFailure: options.createFailure ?? createCloudreveError }),
  );
}
