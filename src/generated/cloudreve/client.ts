// Generated from openapi/cloudreve/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import * as operations from './operations.ts';
import type { paths } from './types.js';

/** Typed client of Cloudreve sharing. */
export type ApiClient = Client<paths, typeof operations>;

/**
 * Creates a typed client of Cloudreve sharing.
 *
 * Servers of the contract: `{origin}/api/v4`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operations>(operations, options);
}
