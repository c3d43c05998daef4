// Generated from openapi/crego/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import type { paths } from './types.js';

/** Method and path of each operation, by the name of the method that calls it. */
export const operationRoutes = {
    /**
     * List shared documents
     *
     * Pages through the shares of one document. Samples run newest first by `created_at`; no order is stated.
     */
    listShares: ['get', '/documents/{document_id}/shares/'],
    /**
     * Share document
     *
     * Creates a share with its own token for a document. Several shares of one document coexist, also with
     * the same expiry. Whether an expiry in the past is refused is unknown.
     */
    createShare: ['post', '/documents/{document_id}/shares/'],
    /**
     * Get shared document
     *
     * Returns one share of a document.
     */
    getShare: ['get', '/documents/{document_id}/shares/{share_id}/'],
    /**
     * Update shared document
     *
     * Changes the expiry of a share. `updated_by` becomes the caller's id and `updated_at` moves. Whether
     * `token` is issued anew is unknown; a signed token embeds the expiry.
     */
    updateShare: ['patch', '/documents/{document_id}/shares/{share_id}/'],
    /**
     * Delete document share
     *
     * Deletes a share; its token stops working.
     */
    deleteShare: ['delete', '/documents/{document_id}/shares/{share_id}/'],
    /**
     * Preview shared document (assumed)
     *
     * Placeholder for an operation of which only the title and the method are known. Path, missing sign-in
     * and answer are assumptions: a link made from a token implies anonymous access, and a token is known
     * to carry the document and the expiry.
     */
    previewShare: ['get', '/shares/{token}/preview/'],
} as const;

/** Typed client of Crego document sharing. */
export type ApiClient = Client<paths, typeof operationRoutes>;

/**
 * Creates a typed client of Crego document sharing.
 *
 * Servers of the contract: `https://preprod.api.crego.io`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
}
