// Generated from openapi/craftkit/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import * as operations from './operations.ts';
import type { paths } from './types.js';

/** Typed client of Craftkit render sharing. */
export type ApiClient = Client<paths, typeof operations>;

/**
 * Creates a typed client of Craftkit render sharing.
 *
 * Servers of the contract: `https://api.craftkit.dev`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operations>(operations, options);
}
