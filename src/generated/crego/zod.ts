// Generated from openapi/crego/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';

const minProperties = (count: number) =>
    z.refine<object>(
        (value) => Object.keys(value).length >= count,
        `Expected at least ${count} keys`,
    );

/**
 * ULID, 26 characters of Crockford base32 in upper case.
 */
export const zUlid = /* @__PURE__ */ (() => z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)))();

/**
 * One share of a document. Nothing in it is documented as nullable.
 */
export const zShare = /* @__PURE__ */ (() => z.object({
    id: zUlid,
    tenant_id: z.guid(),
    created_by: z.guid(),
    updated_by: z.union([
        z.guid(),
        z.literal('')
    ]),
    created_at: z.iso.datetime({ offset: true }),
    updated_at: z.iso.datetime({ offset: true }),
    expires_at: z.iso.datetime({ offset: true }),
    token: z.string(),
    document: zUlid
}))();

/**
 * One page of shares in the envelope that all lists of Crego use.
 */
export const zSharePage = /* @__PURE__ */ (() => z.object({
    count: z.int().check(z.gte(0)),
    total_pages: z.int().check(z.gte(0)),
    current_page: z.int().check(z.gte(1)),
    has_previous: z.boolean(),
    has_next: z.boolean(),
    previous_page: z.nullable(z.int().check(z.gte(1))),
    next_page: z.nullable(z.int().check(z.gte(1))),
    results: z.array(zShare)
}))();

/**
 * Error that concerns the request as a whole.
 */
export const zErrorDetail = /* @__PURE__ */ (() => z.strictObject({
    detail: z.string(),
    code: z.optional(z.string())
}))();

/**
 * Messages per field; problems across fields stand under `non_field_errors`.
 */
export const zFieldErrors = /* @__PURE__ */ (() => z.record(z.string(), z.array(z.string()).check(z.minLength(1))).check(minProperties(1)))();

/**
 * Error of a request that breaks a rule, as a whole or per field.
 */
export const zValidationError = /* @__PURE__ */ z.xor([
    zErrorDetail,
    zFieldErrors
]);

/**
 * What a new share needs.
 */
export const zShareCreate = /* @__PURE__ */ (() => z.object({
    expires_at: z.iso.datetime({ offset: true })
}))();

/**
 * What can be changed in a share.
 */
export const zShareUpdate = /* @__PURE__ */ (() => z.object({
    expires_at: z.optional(z.iso.datetime({ offset: true }))
}))();

/**
 * Assumed answer of the preview, limited to what a token is known to carry.
 */
export const zSharePreview = /* @__PURE__ */ (() => z.object({
    document: zUlid,
    expires_at: z.iso.datetime({ offset: true })
}))();

/**
 * Id of the shared document, a ULID.
 */
export const zDocumentId = zUlid;

/**
 * Keeps shares that expire at or after this ISO 8601 date-time.
 */
export const zExpiresAtGte = /* @__PURE__ */ z.iso.datetime({ offset: true });

/**
 * Keeps shares that expire at or before this ISO 8601 date-time.
 */
export const zExpiresAtLte = /* @__PURE__ */ z.iso.datetime({ offset: true });

/**
 * Keeps shares that expire at exactly this ISO 8601 date-time.
 */
export const zExpiresAt = /* @__PURE__ */ z.iso.datetime({ offset: true });

/**
 * Number of the page, counted from 1.
 */
export const zPage = /* @__PURE__ */ (() => z._default(z.int().check(z.gte(1)), 1))();

/**
 * Shares per page.
 */
export const zPageSize = /* @__PURE__ */ (() => z._default(z.int().check(z.gte(1)), 15))();

/**
 * Id of the share, a ULID.
 */
export const zShareId = zUlid;

/**
 * Token of the share, opaque.
 */
export const zToken = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

export const zListSharesPath = /* @__PURE__ */ z.object({
    document_id: zUlid
});

export const zListSharesQuery = /* @__PURE__ */ (() => z.object({
    expires_at_gte: z.optional(z.iso.datetime({ offset: true })),
    expires_at_lte: z.optional(z.iso.datetime({ offset: true })),
    expires_at: z.optional(z.iso.datetime({ offset: true })),
    page: z._default(z.optional(z.int().check(z.gte(1))), 1),
    page_size: z._default(z.optional(z.int().check(z.gte(1))), 15)
}))();

/**
 * One page of shares.
 */
export const zListSharesResponse = zSharePage;

export const zCreateShareBody = zShareCreate;

export const zCreateSharePath = /* @__PURE__ */ z.object({
    document_id: zUlid
});

/**
 * Created share.
 */
export const zCreateShareResponse = zShare;

export const zDeleteSharePath = /* @__PURE__ */ z.object({
    document_id: zUlid,
    share_id: zUlid
});

/**
 * Deleted; no body.
 */
export const zDeleteShareResponse = /* @__PURE__ */ z.void();

export const zGetSharePath = /* @__PURE__ */ z.object({
    document_id: zUlid,
    share_id: zUlid
});

/**
 * Requested share.
 */
export const zGetShareResponse = zShare;

export const zUpdateShareBody = zShareUpdate;

export const zUpdateSharePath = /* @__PURE__ */ z.object({
    document_id: zUlid,
    share_id: zUlid
});

/**
 * Updated share.
 */
export const zUpdateShareResponse = zShare;

export const zPreviewSharePath = /* @__PURE__ */ (() => z.object({
    token: z.string().check(z.minLength(1))
}))();

/**
 * What the link gives access to (assumed).
 */
export const zPreviewShareResponse = zSharePreview;
