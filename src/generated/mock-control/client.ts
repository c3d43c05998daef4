// Generated from openapi/mock-control/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import * as operations from './operations.ts';
import type { paths } from './types.js';

/** Typed client of Mock control. */
export type ApiClient = Client<paths, typeof operations>;

/**
 * Creates a typed client of Mock control.
 *
 * Servers of the contract: `http://127.0.0.1:4010/_mock`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operations>(operations, options);
}
