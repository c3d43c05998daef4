// Generated from openapi/crego/openapi.yaml by `share-contracts generate`. Do not edit.

export interface paths {
    "/documents/{document_id}/shares/": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
            };
            cookie?: never;
        };
        /**
         * List shared documents
         * @description Pages through the shares of one document. Samples run newest first by `created_at`; no order is stated.
         */
        get: operations["listShares"];
        put?: never;
        /**
         * Share document
         * @description Creates a share with its own token for a document. Several shares of one document coexist, also with
         *     the same expiry. Whether an expiry in the past is refused is unknown.
         */
        post: operations["createShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document_id}/shares/{share_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
                /**
                 * @description Id of the share, a ULID.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                share_id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        /**
         * Get shared document
         * @description Returns one share of a document.
         */
        get: operations["getShare"];
        put?: never;
        post?: never;
        /**
         * Delete document share
         * @description Deletes a share; its token stops working.
         */
        delete: operations["deleteShare"];
        options?: never;
        head?: never;
        /**
         * Update shared document
         * @description Changes the expiry of a share. `updated_by` becomes the caller's id and `updated_at` moves. Whether
         *     `token` is issued anew is unknown; a signed token embeds the expiry.
         */
        patch: operations["updateShare"];
        trace?: never;
    };
    "/shares/{token}/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Token of the share, opaque.
                 * @example eyJkb2NfaWQiOiIwMUpROE1aMFA5NEhSNkhTSDFER1k1Vk5IOSIsImV4cCI6MTc0MzQ4NTkxNX0:1txL3G:uN58FAx4cjKGUuWDlwAFvxxfB_jhPKPbXSPgmsd3ihA
                 */
                token: components["parameters"]["token"];
            };
            cookie?: never;
        };
        /**
         * Preview shared document (assumed)
         * @description Placeholder for an operation of which only the title and the method are known. Path, missing sign-in
         *     and answer are assumptions: a link made from a token implies anonymous access, and a token is known
         *     to carry the document and the expiry.
         */
        get: operations["previewShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description ULID, 26 characters of Crockford base32 in upper case.
         * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
         */
        Ulid: string;
        /** @description One share of a document. Nothing in it is documented as nullable. */
        Share: {
            /** @description Id of the share. */
            id: components["schemas"]["Ulid"];
            /**
             * Format: uuid
             * @description Tenant that owns the share, presumably the one of the bearer token.
             */
            tenant_id: string;
            /**
             * Format: uuid
             * @description User who created the share.
             */
            created_by: string;
            /** @description User who last updated the share; the empty string until the first update. */
            updated_by: string | "";
            /**
             * Format: date-time
             * @description Time of creation, with six fractional digits.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of the last change, a few microseconds after `created_at` on a fresh share.
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description Time at which the share stops being valid, with six fractional digits.
             */
            expires_at: string;
            /** @description Opaque token of the link. Samples show a signed token on one page and a UUID on the other. */
            token: string;
            /** @description Id of the shared document. */
            document: components["schemas"]["Ulid"];
        };
        /** @description One page of shares in the envelope that all lists of Crego use. */
        SharePage: {
            /** @description Number of matching shares over all pages. */
            count: number;
            /** @description Number of pages. */
            total_pages: number;
            /** @description Number of this page, counted from 1. */
            current_page: number;
            /** @description Whether an earlier page exists. */
            has_previous: boolean;
            /** @description Whether a later page exists. */
            has_next: boolean;
            /** @description Number of the earlier page, or null. */
            previous_page: number | null;
            /** @description Number of the later page, or null. */
            next_page: number | null;
            /** @description Shares of this page. */
            results: components["schemas"]["Share"][];
        };
        /** @description Error that concerns the request as a whole. */
        ErrorDetail: {
            /** @description What went wrong, for people. */
            detail: string;
            /** @description Stable name of the error, possibly added to a 401. */
            code?: string;
        };
        /** @description Messages per field; problems across fields stand under `non_field_errors`. */
        FieldErrors: {
            [key: string]: string[];
        };
        /** @description Error of a request that breaks a rule, as a whole or per field. */
        ValidationError: components["schemas"]["ErrorDetail"] | components["schemas"]["FieldErrors"];
        /** @description What a new share needs. */
        ShareCreate: {
            /**
             * Format: date-time
             * @description Time at which the share stops being valid, ISO 8601; the sample carries an explicit offset.
             */
            expires_at: string;
        };
        /** @description What can be changed in a share. */
        ShareUpdate: {
            /**
             * Format: date-time
             * @description New time at which the share stops being valid, ISO 8601.
             */
            expires_at?: string;
        };
        /** @description Assumed answer of the preview, limited to what a token is known to carry. */
        SharePreview: {
            /** @description Id of the shared document. */
            document: components["schemas"]["Ulid"];
            /**
             * Format: date-time
             * @description Time at which the share stops being valid.
             */
            expires_at: string;
        };
    };
    responses: {
        /** @description Malformed JSON, or a value that breaks a rule. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationError"];
            };
        };
        /** @description Bearer token missing, invalid or expired. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDetail"];
            };
        };
        /** @description Caller lacks the permission. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDetail"];
            };
        };
        /** @description Document or share unknown, of another tenant, or page number out of range. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDetail"];
            };
        };
        /** @description Request throttled, where throttling is on. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDetail"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the shared document, a ULID.
         * @example 01JVVJNAVTB19FN3F7W1NHBPT6
         */
        documentId: components["schemas"]["Ulid"];
        /**
         * @description Keeps shares that expire at or after this ISO 8601 date-time.
         * @example 2025-04-01T00:00:00Z
         */
        expiresAtGte: string;
        /**
         * @description Keeps shares that expire at or before this ISO 8601 date-time.
         * @example 2025-04-30T23:59:59Z
         */
        expiresAtLte: string;
        /**
         * @description Keeps shares that expire at exactly this ISO 8601 date-time.
         * @example 2025-04-01T11:08:35.000000Z
         */
        expiresAt: string;
        /**
         * @description Number of the page, counted from 1.
         * @example 1
         */
        page: number;
        /**
         * @description Shares per page.
         * @example 15
         */
        pageSize: number;
        /**
         * @description Id of the share, a ULID.
         * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
         */
        shareId: components["schemas"]["Ulid"];
        /**
         * @description Token of the share, opaque.
         * @example eyJkb2NfaWQiOiIwMUpROE1aMFA5NEhSNkhTSDFER1k1Vk5IOSIsImV4cCI6MTc0MzQ4NTkxNX0:1txL3G:uN58FAx4cjKGUuWDlwAFvxxfB_jhPKPbXSPgmsd3ihA
         */
        token: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Ulid = components['schemas']['Ulid'];
export type Share = components['schemas']['Share'];
export type SharePage = components['schemas']['SharePage'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type FieldErrors = components['schemas']['FieldErrors'];
export type ValidationError = components['schemas']['ValidationError'];
export type ShareCreate = components['schemas']['ShareCreate'];
export type ShareUpdate = components['schemas']['ShareUpdate'];
export type SharePreview = components['schemas']['SharePreview'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ParameterDocumentId = components['parameters']['documentId'];
export type ParameterExpiresAtGte = components['parameters']['expiresAtGte'];
export type ParameterExpiresAtLte = components['parameters']['expiresAtLte'];
export type ParameterExpiresAt = components['parameters']['expiresAt'];
export type ParameterPage = components['parameters']['page'];
export type ParameterPageSize = components['parameters']['pageSize'];
export type ParameterShareId = components['parameters']['shareId'];
export type ParameterToken = components['parameters']['token'];
export type $defs = Record<string, never>;
export interface operations {
    listShares: {
        parameters: {
            query?: {
                /**
                 * @description Keeps shares that expire at or after this ISO 8601 date-time.
                 * @example 2025-04-01T00:00:00Z
                 */
                expires_at_gte?: components["parameters"]["expiresAtGte"];
                /**
                 * @description Keeps shares that expire at or before this ISO 8601 date-time.
                 * @example 2025-04-30T23:59:59Z
                 */
                expires_at_lte?: components["parameters"]["expiresAtLte"];
                /**
                 * @description Keeps shares that expire at exactly this ISO 8601 date-time.
                 * @example 2025-04-01T11:08:35.000000Z
                 */
                expires_at?: components["parameters"]["expiresAt"];
                /**
                 * @description Number of the page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["page"];
                /**
                 * @description Shares per page.
                 * @example 15
                 */
                page_size?: components["parameters"]["pageSize"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of shares. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
            };
            cookie?: never;
        };
        requestBody: {
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
                /**
                 * @description Id of the share, a ULID.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                share_id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requested share. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
                /**
                 * @description Id of the share, a ULID.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                share_id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shared document, a ULID.
                 * @example 01JVVJNAVTB19FN3F7W1NHBPT6
                 */
                document_id: components["parameters"]["documentId"];
                /**
                 * @description Id of the share, a ULID.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                share_id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareUpdate"];
            };
        };
        responses: {
            /** @description Updated share. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    previewShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Token of the share, opaque.
                 * @example eyJkb2NfaWQiOiIwMUpROE1aMFA5NEhSNkhTSDFER1k1Vk5IOSIsImV4cCI6MTc0MzQ4NTkxNX0:1txL3G:uN58FAx4cjKGUuWDlwAFvxxfB_jhPKPbXSPgmsd3ihA
                 */
                token: components["parameters"]["token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the link gives access to (assumed). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharePreview"];
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
}
