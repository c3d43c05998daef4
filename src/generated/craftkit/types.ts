// Generated from openapi/craftkit/openapi.yaml by `share-contracts generate`. Do not edit.

export interface paths {
    "/v1/renders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        /**
         * Get render
         * @description Returns the state of one render. It can be shared and e-mailed once `status` is `succeeded`. The
         *     record stays readable for the key without time limit.
         */
        get: operations["getRender"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renders/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        /**
         * List shares
         * @description Returns every share of a render, newest first, revoked ones included. The list comes whole: there is
         *     no paging. Expired shares are not said to be hidden or marked; only `expiresAt` tells.
         */
        get: operations["listShares"];
        put?: never;
        /**
         * Create share
         * @description Makes a durable, revocable link for guests to a render that has succeeded. With `channel: email` the
         *     call only stores the share and sends nothing; `emailRender` sends.
         *
         *     The answer to an `expiresAt` in the past is not documented. Layer A's page lists 404 and 409 only.
         */
        post: operations["createShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renders/{id}/shares/{shareId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
                /**
                 * @description Id of the share, a UUID in layer B; the documented example is of no standard variant.
                 * @example 9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d
                 */
                shareId: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke share
         * @description Revokes a share softly: sets `revokedAt` with the reason `revoked_by_partner`. Its public link stops
         *     resolving at once, and the share stays in the list. A second call answers 404.
         */
        delete: operations["revokeShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renders/{id}/email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Email render
         * @description Creates a share with the channel `email` and sends its link in one call. Needs a render that has
         *     succeeded and a deployment with e-mail set up. The answer is not the share of `createShare`: it has
         *     no `channel`, `recipientEmail` or `createdAt`.
         */
        post: operations["emailRender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renders/{id}/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        /**
         * Get engagement
         * @description Counts what happened to a render and returns its newest events. Recipient events are written by the
         *     public share page; partner events by `trackEvent`.
         */
        get: operations["getEngagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renders/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track event
         * @description Records an event of the partner's own application, with the actor `partner`; such an event does not
         *     count as a recipient's view. An event with the same share, type and source address as one within the
         *     last 5 minutes is dropped as a duplicate.
         */
        post: operations["trackEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "document.event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Document event
         * @description Tells a partner's server what happened to a shared document. Deliveries carry
         *     `user-agent: Craftkit-Webhook/1.0`. Any 2xx within about 15 seconds acknowledges; any other answer
         *     or a timeout leads to retries, up to 6 attempts, all with the same `x-craftkit-delivery-id`.
         *
         *     No bearer key is sent: `x-craftkit-signature` authenticates a delivery. Layer B's page lists a
         *     required bearer header, which its file inherits from the security of the whole document.
         *
         *     Only layer B documents `document.*` events: the webhooks guide has `render.*` events only, and layer
         *     C adds `signature.*` events; both kinds are outside this contract.
         */
        post: operations["documentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description UUID, or the one character `…` that layer A's samples print in place of an id. A live answer is a
         *     UUID. Layer C names version 7 for renders, but layer B's samples carry other versions, so none is fixed.
         * @example 9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d
         */
        ElidableUuid: string | "…";
        /**
         * @description State of a render. Only `succeeded` can be shared; `cancelled` is in the list but never produced.
         * @enum {string}
         */
        RenderStatus: "queued" | "rendering" | "succeeded" | "failed" | "cancelled";
        /**
         * @description URI, or a URI in which layer A's samples print `…` in place of a part. A live answer is a URI.
         * @example https://api.craftkit.dev/share/shr_abc123
         */
        ElidableUri: string;
        /** @description One rendered document and the state of its rendering. */
        Render: {
            /** @description Id of the render. */
            id: components["schemas"]["ElidableUuid"];
            /** @description State of the render. */
            status: components["schemas"]["RenderStatus"];
            /** @description URL that answers with the state of this render. */
            pollUrl: components["schemas"]["ElidableUri"];
            /**
             * @description URL of the rendered file, or null. Layer A and one edition of layer C's page call it permanent; the
             *     other edition says that it is signed for 24 hours.
             */
            downloadUrl: components["schemas"]["ElidableUri"] | null;
            /** @description Why the render failed, for people, or null. */
            errorMessage: string | null;
            /**
             * Format: date-time
             * @description Time of creation, ISO 8601.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Time of completion, ISO 8601, or null.
             */
            completedAt: string | null;
            /** @description Time that the rendering took, in milliseconds, or null. */
            durationMs: number | null;
        };
        /**
         * @description Stable name of an error, to branch on. The set is open, since layers name different codes. Known for
         *     these operations:
         *
         *     | Status | Code | Meaning | Retry |
         *     | --- | --- | --- | --- |
         *     | 400 | `invalid_json` | Body is not JSON. | No. |
         *     | 400 | `invalid_request` | Body breaks the schema; `issues` says where. | No. |
         *     | 401 | `unauthorized` | Key missing, invalid, revoked or of another environment. | No. |
         *     | 401 | `missing_authorization` | No `Authorization` header (layer C). | No. |
         *     | 401 | `invalid_credentials` | Key unknown or revoked (layer C). | No. |
         *     | 403 | `forbidden` | Project of the key does not exist. | No. |
         *     | 403 | `partner_suspended` | Only named by layer C. | Not stated. |
         *     | 404 | `not_found` | Render or other resource unknown in the key's project. | No. |
         *     | 409 | `not_ready` | Render has not succeeded. | After it completes. |
         *     | 500 | `internal` | Unexpected error of the server. | Yes, with backoff. |
         *     | 502 | `email_send_failed` | Mail provider refused the mail. | Not stated. |
         *     | 503 | `email_not_configured` | Deployment has no mail provider. | Not stated. |
         *
         *     Other codes concern templates and their rendering. Layer C's sample code also handles `rate_limited`,
         *     for which no page gives a status or a limit.
         * @example invalid_json
         * @example invalid_request
         * @example unauthorized
         * @example missing_authorization
         * @example invalid_credentials
         * @example forbidden
         * @example partner_suspended
         * @example not_found
         * @example not_ready
         * @example internal
         * @example email_send_failed
         * @example email_not_configured
         */
        ErrorCode: string;
        /** @description Broken rules of a request. Documented samples carry both parts, one or none. */
        ErrorIssues: {
            /** @description Messages about the body as a whole. */
            formErrors?: string[];
            /** @description Messages per field. */
            fieldErrors?: {
                [key: string]: string[];
            };
        };
        /** @description What went wrong. */
        ErrorDetail: {
            /** @description Stable name of the error, to branch on. */
            code: components["schemas"]["ErrorCode"];
            /** @description What went wrong, for people. */
            message: string;
            /** @description Broken rules, on validation errors only. */
            issues?: components["schemas"]["ErrorIssues"];
        };
        /**
         * @description Body of every error. A few administration and embedding endpoints answer the flat
         *     `{"error": "invalid_credentials"}` instead; none of the operations here is said to.
         * @example {
         *       "error": {
         *         "code": "invalid_input_data",
         *         "message": "Variable data did not match the template manifest.",
         *         "issues": {
         *           "fieldErrors": {
         *             "customer.name": [
         *               "Required"
         *             ]
         *           }
         *         }
         *       }
         *     }
         * @example {
         *       "error": {
         *         "code": "invalid_input_data",
         *         "message": "Variable data did not match the template manifest.",
         *         "issues": {
         *           "formErrors": [],
         *           "fieldErrors": {
         *             "customer": [
         *               "Required"
         *             ]
         *           }
         *         }
         *       }
         *     }
         */
        ErrorResponse: {
            /** @description The error. */
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * @description Kind of share, an open link or one meant for a recipient's mailbox.
         * @enum {string}
         */
        ShareChannel: "link" | "email";
        /**
         * @description Share as the list shows it: the created share plus `revokedReason` and `clickCount`. Layer B's generated
         *     sample has neither of them and no `channel`, and its `shareUrl` is a placeholder, so it is not an
         *     example here.
         */
        ShareListItem: {
            /** @description Id of the share. */
            id: components["schemas"]["ElidableUuid"];
            /** @description Kind of share. */
            channel: components["schemas"]["ShareChannel"];
            /**
             * Format: email
             * @description E-mail address of the recipient, or null.
             */
            recipientEmail: string | null;
            /** @description Note for the recipient, or null. */
            message: string | null;
            /**
             * Format: date-time
             * @description Time of revocation, ISO 8601; null while the share is active.
             */
            revokedAt: string | null;
            /**
             * @description Reason of the revocation; null while the share is active. The list of reasons is open; the page names
             *     `revoked_by_partner`.
             * @example revoked_by_partner
             */
            revokedReason: string | null;
            /**
             * Format: date-time
             * @description Time at which the share stops being valid, ISO 8601, or null for never.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description Time of creation, ISO 8601.
             */
            createdAt: string;
            /** @description Plain token of the link, opaque, given again so that the link can be copied later. */
            shareToken: string;
            /** @description Number of `viewed` events by recipients that are attributed to the share. */
            clickCount: number;
            /** @description Link for guests, share base + `/share/` + token. */
            shareUrl: components["schemas"]["ElidableUri"];
        };
        /** @description All shares of a render. */
        ShareList: {
            /** @description Shares, newest first, revoked ones included. */
            shares: components["schemas"]["ShareListItem"][];
        };
        /**
         * @description Properties of a new share. An e-mail share needs `recipientEmail`: layer B states the condition, layer
         *     A is silent. Null in place of a value is not documented as allowed.
         */
        ShareCreate: {
            /**
             * @description Kind of share.
             * @default link
             */
            channel?: components["schemas"]["ShareChannel"];
            /**
             * Format: email
             * @description E-mail address of the recipient, required when `channel` is `email`.
             */
            recipientEmail?: string;
            /** @description Note for the recipient, at most 2000 characters. */
            message?: string;
            /**
             * Format: date-time
             * @description Time at which the share stops being valid, ISO 8601; without it the link never expires by itself.
             */
            expiresAt?: string;
        };
        /**
         * @description Share as its creation answers it. Layer B requires the five fields that are never null; every sample
         *     carries all nine, with null rather than absence. `revokedReason` and `clickCount` stand in the list only.
         */
        Share: {
            /** @description Id of the share. */
            id: components["schemas"]["ElidableUuid"];
            /**
             * @description Plain token of the link, opaque. Samples show `cks_…` in layer A's list and e-mail pages, `shr_abc123`
             *     in layer B.
             */
            shareToken: string;
            /**
             * @description Link for guests, share base + `/share/` + token. The base is the project's custom share domain where
             *     one is set; samples show `www.craftkit.dev` in layer A, `api.craftkit.dev` in layer B.
             */
            shareUrl: components["schemas"]["ElidableUri"];
            /** @description Kind of share, as requested or by default. */
            channel: components["schemas"]["ShareChannel"];
            /**
             * Format: email
             * @description E-mail address of the recipient, or null.
             */
            recipientEmail?: string | null;
            /** @description Note for the recipient, or null. */
            message?: string | null;
            /**
             * Format: date-time
             * @description Time at which the share stops being valid, ISO 8601, or null for never.
             */
            expiresAt?: string | null;
            /**
             * Format: date-time
             * @description Time of revocation, ISO 8601; null on a fresh share.
             */
            revokedAt?: string | null;
            /**
             * Format: date-time
             * @description Time of creation, ISO 8601.
             */
            createdAt: string;
        };
        /** @description Which share is revoked, and when. */
        RevokedShare: {
            /** @description Id of the revoked share. */
            id: components["schemas"]["ElidableUuid"];
            /**
             * Format: date-time
             * @description Time of revocation, ISO 8601.
             */
            revokedAt: string;
        };
        /** @description Whom to send a render, and the properties of the share that is made for it. */
        EmailCreate: {
            /**
             * Format: email
             * @description E-mail address of the recipient.
             */
            to: string;
            /** @description Name used in the greeting, at most 200 characters. */
            recipientName?: string;
            /** @description Note put in the mail, at most 2000 characters. */
            message?: string;
            /**
             * Format: date-time
             * @description Time at which the share stops being valid, ISO 8601; without it the link never expires by itself.
             */
            expiresAt?: string;
        };
        /** @description Created share and the mail that carries its link. */
        EmailedShare: {
            /** @description Id of the created share. */
            id: components["schemas"]["ElidableUuid"];
            /** @description Plain token of the link, opaque. */
            shareToken: string;
            /** @description Link put in the mail, share base + `/share/` + token. */
            shareUrl: components["schemas"]["ElidableUri"];
            /** @description Id given by the mail provider, opaque. */
            emailMessageId: string;
            /**
             * Format: date-time
             * @description Time of dispatch, ISO 8601.
             */
            sentAt: string;
        };
        /** @description Number of events per type. All seven are always present, zero when nothing happened. */
        EngagementCounts: {
            /** @description Number of views. */
            viewed: number;
            /** @description Number of downloads. */
            downloaded: number;
            /** @description Number of prints. */
            printed: number;
            /** @description Number of opened mails. */
            email_opened: number;
            /** @description Number of sent mails. */
            email_sent: number;
            /** @description Number of created shares. */
            share_created: number;
            /** @description Number of revoked shares. */
            share_revoked: number;
        };
        /**
         * @description What happened to a shared document.
         * @enum {string}
         */
        EngagementEventType: "viewed" | "downloaded" | "printed" | "email_opened" | "email_sent" | "share_created" | "share_revoked";
        /**
         * @description Who caused an event, a recipient through the public share page, the partner through `trackEvent`, or the system.
         * @enum {string}
         */
        EngagementActorKind: "recipient" | "partner" | "system";
        /** @description Free bag of keys and values. */
        EventMetadata: {
            [key: string]: unknown;
        };
        /** @description One event of a render. */
        EngagementEvent: {
            /** @description Id of the event. */
            id: components["schemas"]["ElidableUuid"];
            /** @description What happened. */
            eventType: components["schemas"]["EngagementEventType"];
            /** @description Who caused the event. */
            actorKind: components["schemas"]["EngagementActorKind"];
            /** @description Id of the share through which it happened, or null. */
            shareId: components["schemas"]["ElidableUuid"] | null;
            /** @description IP address from which it happened, or null; the sample is an IPv4 address. */
            sourceIp: string | null;
            /** @description User agent with which it happened, or null. */
            userAgent: string | null;
            /** @description Free bag of keys and values, or null. */
            metadata: components["schemas"]["EventMetadata"] | null;
            /**
             * Format: date-time
             * @description Time of the event, ISO 8601.
             */
            createdAt: string;
        };
        /** @description Counts of a render's events and the newest of them. */
        Engagement: {
            /** @description Number of events per type. */
            counts: components["schemas"]["EngagementCounts"];
            /** @description Part of `viewed` that came through a share link, that is, whose event has a `shareId`. */
            linkOpens: number;
            /** @description Sum of `counts`. */
            total: number;
            /** @description Newest events, newest first, at most 25. */
            recent: components["schemas"]["EngagementEvent"][];
        };
        /** @description Event of the partner's own application. */
        EventCreate: {
            /**
             * @description What happened.
             * @enum {string}
             */
            eventType: "viewed" | "downloaded" | "printed";
            /** @description Free bag of keys and values. */
            metadata?: components["schemas"]["EventMetadata"];
        };
        /** @description Fate of a tracked event. */
        EventReceipt: {
            /** @description Whether the event was stored; false when it was dropped as a duplicate. */
            recorded: boolean;
        };
        /**
         * @description Name of a webhook event, `document.` and the event type.
         * @enum {string}
         */
        DocumentEventName: "document.share_created" | "document.share_revoked" | "document.email_sent" | "document.email_opened" | "document.viewed" | "document.downloaded" | "document.printed";
        /** @description What happened to a shared document, as a webhook delivers it. */
        DocumentEvent: {
            /** @description Name of the event. */
            event: components["schemas"]["DocumentEventName"];
            /**
             * Format: uuid
             * @description Id of the render.
             */
            renderId: string;
            /**
             * Format: uuid
             * @description Id of the template that the render was made from.
             */
            templateId: string;
            /**
             * Format: uuid
             * @description Id of the share through which it happened, or null.
             */
            shareId?: string | null;
            /**
             * Format: uuid
             * @description Id of the event.
             */
            eventId: string;
            /** @description What happened. */
            eventType: components["schemas"]["EngagementEventType"];
            /** @description Who caused the event. */
            actorKind: components["schemas"]["EngagementActorKind"];
            /** @description IP address from which it happened, or null; the sample is an IPv4 address. */
            sourceIp?: string | null;
            /** @description User agent with which it happened, or null. */
            userAgent?: string | null;
            /** @description Free bag of keys and values, or null. */
            metadata?: components["schemas"]["EventMetadata"] | null;
            /**
             * Format: date-time
             * @description Time of the event, ISO 8601.
             */
            createdAt: string;
        };
    };
    responses: {
        /** @description Key missing, invalid, revoked or of another environment (`unauthorized`). Layer C has `missing_authorization` and `invalid_credentials` instead. */
        UnauthorizedUnlisted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Project of the key does not exist (`forbidden`). Layer C adds `partner_suspended`. */
        ForbiddenUnlisted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Render unknown in the key's project (`not_found`), also when it belongs to another project. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Unexpected error of the server (`internal`); worth a retry with backoff. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Key missing, invalid, revoked or of another environment (`unauthorized`). Layer C has `missing_authorization` and `invalid_credentials` instead. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Body is not JSON (`invalid_json`) or breaks the schema (`invalid_request`, with `issues`). */
        BadRequestUnlisted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Render has not succeeded (`not_ready`); worth a retry after it completes. */
        NotReady: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Render unknown, share unknown or share already revoked (`not_found`). */
        ShareNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Body is not JSON (`invalid_json`) or breaks the schema (`invalid_request`, with `issues`). */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Mail provider refused the mail (`email_send_failed`). */
        EmailSendFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Deployment has no mail provider set up (`email_not_configured`). */
        EmailNotConfigured: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Project of the key does not exist (`forbidden`). Layer C adds `partner_suspended`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
         * @example 0193c2c3-1111-7aaa-8bbb-000000000001
         */
        renderId: string;
        /**
         * @description Id of the share, a UUID in layer B; the documented example is of no standard variant.
         * @example 9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d
         */
        shareId: string;
        /**
         * @description Name of the event, presumably the `event` of the body.
         * @example document.viewed
         */
        craftkitEvent: string;
        /**
         * @description HMAC-SHA256 of the raw body, in hex, without a prefix. The example signs the documented body, written
         *     as JSON without white space, with the secret `secret`.
         * @example d1382190a2f38ead9e3cf879543769e10fefe34554eb98b2d2f44d498c411f15
         */
        craftkitSignature: string;
        /**
         * @description Time of the delivery, in Unix seconds. The example is the time of the documented event.
         * @example 1780657380
         */
        craftkitTimestamp: string;
        /**
         * @description Id of the delivery, a UUID, the same across retries. The example is made up.
         * @example 0193c2c3-5555-7aaa-8bbb-000000000005
         */
        craftkitDeliveryId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ElidableUuid = components['schemas']['ElidableUuid'];
export type RenderStatus = components['schemas']['RenderStatus'];
export type ElidableUri = components['schemas']['ElidableUri'];
export type Render = components['schemas']['Render'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorIssues = components['schemas']['ErrorIssues'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorResponse = components['schemas']['ErrorResponse'];
export type ShareChannel = components['schemas']['ShareChannel'];
export type ShareListItem = components['schemas']['ShareListItem'];
export type ShareList = components['schemas']['ShareList'];
export type ShareCreate = components['schemas']['ShareCreate'];
export type Share = components['schemas']['Share'];
export type RevokedShare = components['schemas']['RevokedShare'];
export type EmailCreate = components['schemas']['EmailCreate'];
export type EmailedShare = components['schemas']['EmailedShare'];
export type EngagementCounts = components['schemas']['EngagementCounts'];
export type EngagementEventType = components['schemas']['EngagementEventType'];
export type EngagementActorKind = components['schemas']['EngagementActorKind'];
export type EventMetadata = components['schemas']['EventMetadata'];
export type EngagementEvent = components['schemas']['EngagementEvent'];
export type Engagement = components['schemas']['Engagement'];
export type EventCreate = components['schemas']['EventCreate'];
export type EventReceipt = components['schemas']['EventReceipt'];
export type DocumentEventName = components['schemas']['DocumentEventName'];
export type DocumentEvent = components['schemas']['DocumentEvent'];
export type ResponseUnauthorizedUnlisted = components['responses']['UnauthorizedUnlisted'];
export type ResponseForbiddenUnlisted = components['responses']['ForbiddenUnlisted'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseBadRequestUnlisted = components['responses']['BadRequestUnlisted'];
export type ResponseNotReady = components['responses']['NotReady'];
export type ResponseShareNotFound = components['responses']['ShareNotFound'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseEmailSendFailed = components['responses']['EmailSendFailed'];
export type ResponseEmailNotConfigured = components['responses']['EmailNotConfigured'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ParameterRenderId = components['parameters']['renderId'];
export type ParameterShareId = components['parameters']['shareId'];
export type ParameterCraftkitEvent = components['parameters']['craftkitEvent'];
export type ParameterCraftkitSignature = components['parameters']['craftkitSignature'];
export type ParameterCraftkitTimestamp = components['parameters']['craftkitTimestamp'];
export type ParameterCraftkitDeliveryId = components['parameters']['craftkitDeliveryId'];
export type $defs = Record<string, never>;
export interface operations {
    getRender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requested render. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Render"];
                };
            };
            401: components["responses"]["UnauthorizedUnlisted"];
            403: components["responses"]["ForbiddenUnlisted"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
        };
    };
    listShares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shares of the render. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenUnlisted"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
        };
    };
    createShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        /** @description Properties of the share. No field is required. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShareCreate"];
            };
        };
        responses: {
            /** @description Created share. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["BadRequestUnlisted"];
            401: components["responses"]["UnauthorizedUnlisted"];
            403: components["responses"]["ForbiddenUnlisted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotReady"];
            500: components["responses"]["InternalError"];
        };
    };
    revokeShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
                /**
                 * @description Id of the share, a UUID in layer B; the documented example is of no standard variant.
                 * @example 9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d
                 */
                shareId: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked share, by id and time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedShare"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenUnlisted"];
            404: components["responses"]["ShareNotFound"];
            500: components["responses"]["InternalError"];
        };
    };
    emailRender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCreate"];
            };
        };
        responses: {
            /** @description Created share and the mail that carries its link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailedShare"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenUnlisted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotReady"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["EmailSendFailed"];
            503: components["responses"]["EmailNotConfigured"];
        };
    };
    getEngagement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Engagement of the render. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Engagement"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
        };
    };
    trackEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
                 * @example 0193c2c3-1111-7aaa-8bbb-000000000001
                 */
                id: components["parameters"]["renderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventCreate"];
            };
        };
        responses: {
            /** @description Whether the event was stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
        };
    };
    documentEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Name of the event, presumably the `event` of the body.
                 * @example document.viewed
                 */
                "x-craftkit-event": components["parameters"]["craftkitEvent"];
                /**
                 * @description HMAC-SHA256 of the raw body, in hex, without a prefix. The example signs the documented body, written
                 *     as JSON without white space, with the secret `secret`.
                 * @example d1382190a2f38ead9e3cf879543769e10fefe34554eb98b2d2f44d498c411f15
                 */
                "x-craftkit-signature": components["parameters"]["craftkitSignature"];
                /**
                 * @description Time of the delivery, in Unix seconds. The example is the time of the documented event.
                 * @example 1780657380
                 */
                "x-craftkit-timestamp": components["parameters"]["craftkitTimestamp"];
                /**
                 * @description Id of the delivery, a UUID, the same across retries. The example is made up.
                 * @example 0193c2c3-5555-7aaa-8bbb-000000000005
                 */
                "x-craftkit-delivery-id": components["parameters"]["craftkitDeliveryId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentEvent"];
            };
        };
        responses: {
            /** @description Delivery acknowledged. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
