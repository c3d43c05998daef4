// Generated from openapi/craftkit/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import type { paths } from './types.js';

/** Method and path of each operation, by the name of the method that calls it. */
export const operationRoutes = {
    /**
     * Get render
     *
     * Returns the state of one render. It can be shared and e-mailed once `status` is `succeeded`. The
     * record stays readable for the key without time limit.
     */
    getRender: ['get', '/v1/renders/{id}'],
    /**
     * List shares
     *
     * Returns every share of a render, newest first, revoked ones included. The list comes whole: there is
     * no paging. Expired shares are not said to be hidden or marked; only `expiresAt` tells.
     */
    listShares: ['get', '/v1/renders/{id}/shares'],
    /**
     * Create share
     *
     * Makes a durable, revocable link for guests to a render that has succeeded. With `channel: email` the
     * call only stores the share and sends nothing; `emailRender` sends.
     *
     * The answer to an `expiresAt` in the past is not documented. Layer A's page lists 404 and 409 only.
     */
    createShare: ['post', '/v1/renders/{id}/shares'],
    /**
     * Revoke share
     *
     * Revokes a share softly: sets `revokedAt` with the reason `revoked_by_partner`. Its public link stops
     * resolving at once, and the share stays in the list. A second call answers 404.
     */
    revokeShare: ['delete', '/v1/renders/{id}/shares/{shareId}'],
    /**
     * Email render
     *
     * Creates a share with the channel `email` and sends its link in one call. Needs a render that has
     * succeeded and a deployment with e-mail set up. The answer is not the share of `createShare`: it has
     * no `channel`, `recipientEmail` or `createdAt`.
     */
    emailRender: ['post', '/v1/renders/{id}/email'],
    /**
     * Get engagement
     *
     * Counts what happened to a render and returns its newest events. Recipient events are written by the
     * public share page; partner events by `trackEvent`.
     */
    getEngagement: ['get', '/v1/renders/{id}/engagement'],
    /**
     * Track event
     *
     * Records an event of the partner's own application, with the actor `partner`; such an event does not
     * count as a recipient's view. An event with the same share, type and source address as one within the
     * last 5 minutes is dropped as a duplicate.
     */
    trackEvent: ['post', '/v1/renders/{id}/events'],
} as const;

/** Typed client of Craftkit render sharing. */
export type ApiClient = Client<paths, typeof operationRoutes>;

/**
 * Creates a typed client of Craftkit render sharing.
 *
 * Servers of the contract: `https://api.craftkit.dev`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
}
