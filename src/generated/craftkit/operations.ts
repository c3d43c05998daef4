// Generated from openapi/craftkit/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    operation,
} from 'share-contracts/client';
import type { paths } from './types.js';

/**
 * Get render
 *
 * Returns the state of one render. It can be shared and e-mailed once `status` is `succeeded`. The
 * record stays readable for the key without time limit.
 */
export const getRender = /* @__PURE__ */ operation<paths['/v1/renders/{id}']['get']>({
    name: 'getRender',
    method: 'get',
    path: '/v1/renders/{id}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 500: 'json' },
});

/**
 * List shares
 *
 * Returns every share of a render, newest first, revoked ones included. The list comes whole: there is
 * no paging. Expired shares are not said to be hidden or marked; only `expiresAt` tells.
 */
export const listShares = /* @__PURE__ */ operation<paths['/v1/renders/{id}/shares']['get']>({
    name: 'listShares',
    method: 'get',
    path: '/v1/renders/{id}/shares',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 500: 'json' },
});

/**
 * Create share
 *
 * Makes a durable, revocable link for guests to a render that has succeeded. With `channel: email` the
 * call only stores the share and sends nothing; `emailRender` sends.
 *
 * The answer to an `expiresAt` in the past is not documented. Layer A's page lists 404 and 409 only.
 */
export const createShare = /* @__PURE__ */ operation<paths['/v1/renders/{id}/shares']['post']>({
    name: 'createShare',
    method: 'post',
    path: '/v1/renders/{id}/shares',
    answers: { 201: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 409: 'json', 500: 'json' },
});

/**
 * Revoke share
 *
 * Revokes a share softly: sets `revokedAt` with the reason `revoked_by_partner`. Its public link stops
 * resolving at once, and the share stays in the list. A second call answers 404.
 */
export const revokeShare = /* @__PURE__ */ operation<paths['/v1/renders/{id}/shares/{shareId}']['delete']>({
    name: 'revokeShare',
    method: 'delete',
    path: '/v1/renders/{id}/shares/{shareId}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 500: 'json' },
});

/**
 * Email render
 *
 * Creates a share with the channel `email` and sends its link in one call. Needs a render that has
 * succeeded and a deployment with e-mail set up. The answer is not the share of `createShare`: it has
 * no `channel`, `recipientEmail` or `createdAt`.
 */
export const emailRender = /* @__PURE__ */ operation<paths['/v1/renders/{id}/email']['post']>({
    name: 'emailRender',
    method: 'post',
    path: '/v1/renders/{id}/email',
    answers: { 201: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 409: 'json', 500: 'json', 502: 'json', 503: 'json' },
});

/**
 * Get engagement
 *
 * Counts what happened to a render and returns its newest events. Recipient events are written by the
 * public share page; partner events by `trackEvent`.
 */
export const getEngagement = /* @__PURE__ */ operation<paths['/v1/renders/{id}/engagement']['get']>({
    name: 'getEngagement',
    method: 'get',
    path: '/v1/renders/{id}/engagement',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 500: 'json' },
});

/**
 * Track event
 *
 * Records an event of the partner's own application, with the actor `partner`; such an event does not
 * count as a recipient's view. An event with the same share, type and source address as one within the
 * last 5 minutes is dropped as a duplicate.
 */
export const trackEvent = /* @__PURE__ */ operation<paths['/v1/renders/{id}/events']['post']>({
    name: 'trackEvent',
    method: 'post',
    path: '/v1/renders/{id}/events',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 500: 'json' },
});
