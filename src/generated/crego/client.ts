// Generated from openapi/crego/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import * as operations from './operations.ts';
import type { paths } from './types.js';

/** Typed client of Crego document sharing. */
export type ApiClient = Client<paths, typeof operations>;

/**
 * Creates a typed client of Crego document sharing.
 *
 * Servers of the contract: `https://preprod.api.crego.io`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operations>(operations, options);
}
