// Generated from openapi/crego/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    byCursor,
    operation,
    withPages,
} from 'share-contracts/client';
import type { paths } from './types.js';

/**
 * List shared documents
 *
 * Pages through the shares of one document. Samples run newest first by `created_at`; no order is stated.
 */
export const listShares = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/documents/{document_id}/shares/']['get']>({
    name: 'listShares',
    method: 'get',
    path: '/documents/{document_id}/shares/',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 429: 'json' },
}), { by: byCursor, items: ['results'], parameter: 'page', next: ['next_page'] });

/**
 * Share document
 *
 * Creates a share with its own token for a document. Several shares of one document coexist, also with
 * the same expiry. Whether an expiry in the past is refused is unknown.
 */
export const createShare = /* @__PURE__ */ operation<paths['/documents/{document_id}/shares/']['post']>({
    name: 'createShare',
    method: 'post',
    path: '/documents/{document_id}/shares/',
    answers: { 201: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 429: 'json' },
});

/**
 * Get shared document
 *
 * Returns one share of a document.
 */
export const getShare = /* @__PURE__ */ operation<paths['/documents/{document_id}/shares/{share_id}/']['get']>({
    name: 'getShare',
    method: 'get',
    path: '/documents/{document_id}/shares/{share_id}/',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 429: 'json' },
});

/**
 * Update shared document
 *
 * Changes the expiry of a share. `updated_by` becomes the caller's id and `updated_at` moves. Whether
 * `token` is issued anew is unknown; a signed token embeds the expiry.
 */
export const updateShare = /* @__PURE__ */ operation<paths['/documents/{document_id}/shares/{share_id}/']['patch']>({
    name: 'updateShare',
    method: 'patch',
    path: '/documents/{document_id}/shares/{share_id}/',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 429: 'json' },
});

/**
 * Delete document share
 *
 * Deletes a share; its token stops working.
 */
export const deleteShare = /* @__PURE__ */ operation<paths['/documents/{document_id}/shares/{share_id}/']['delete']>({
    name: 'deleteShare',
    method: 'delete',
    path: '/documents/{document_id}/shares/{share_id}/',
    answers: { 204: 'none', 401: 'json', 403: 'json', 404: 'json', 429: 'json' },
});

/**
 * Preview shared document (assumed)
 *
 * Placeholder for an operation of which only the title and the method are known. Path, missing sign-in
 * and answer are assumptions: a link made from a token implies anonymous access, and a token is known
 * to carry the document and the expiry.
 */
export const previewShare = /* @__PURE__ */ operation<paths['/shares/{token}/preview/']['get']>({
    name: 'previewShare',
    method: 'get',
    path: '/shares/{token}/preview/',
    answers: { 200: 'json', 404: 'json' },
});
