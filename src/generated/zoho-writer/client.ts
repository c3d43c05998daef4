// Generated from openapi/zoho-writer/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import * as operations from './operations.ts';
import type { paths } from './types.js';

/** Typed client of Zoho Writer document sharing. */
export type ApiClient = Client<paths, typeof operations>;

/**
 * Creates a typed client of Zoho Writer document sharing.
 *
 * Servers of the contract: `https://export.writer.zoho.com`, `http://export.writer.zoho.com`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operations>(operations, options);
}
