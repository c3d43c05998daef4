// Generated from openapi/craftkit/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';

const requiredWhen = (when: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    z.refine<object>(
        (value) => !Object.entries(when).every(([key, wanted]) => Object.hasOwn(value, key) && Reflect.get(value, key) === wanted) || names.every((name) => Object.hasOwn(value, name)),
        `Expected the keys ${names.join(', ')}`,
    );

const absoluteUri = () =>
    z.string().check(z.regex(/^(?:[\w\-.~:/?#[\]@!$&'"()*+,;=]|%[\da-f]{2})+$/i), z.url());

/**
 * UUID, or the one character `…` that layer A's samples print in place of an id. A live answer is a
 * UUID. Layer C names version 7 for renders, but layer B's samples carry other versions, so none is fixed.
 *
 */
export const zElidableUuid = /* @__PURE__ */ (() => z.union([
    z.guid(),
    z.literal('…')
]))();

/**
 * State of a render. Only `succeeded` can be shared; `cancelled` is in the list but never produced.
 */
export const zRenderStatus = /* @__PURE__ */ z.enum([
    'queued',
    'rendering',
    'succeeded',
    'failed',
    'cancelled'
]);

/**
 * URI, or a URI in which layer A's samples print `…` in place of a part. A live answer is a URI.
 */
export const zElidableUri = /* @__PURE__ */ (() => z.union([
    absoluteUri(),
    z.string().check(z.regex(/…/))
]))();

/**
 * One rendered document and the state of its rendering.
 */
export const zRender = /* @__PURE__ */ (() => z.object({
    id: zElidableUuid,
    status: zRenderStatus,
    pollUrl: zElidableUri,
    downloadUrl: z.nullable(zElidableUri),
    errorMessage: z.nullable(z.string()),
    createdAt: z.iso.datetime({ offset: true }),
    completedAt: z.nullable(z.iso.datetime({ offset: true })),
    durationMs: z.nullable(z.number())
}))();

/**
 * Stable name of an error, to branch on. The set is open, since layers name different codes. Known for
 * these operations:
 *
 * | Status | Code | Meaning | Retry |
 * | --- | --- | --- | --- |
 * | 400 | `invalid_json` | Body is not JSON. | No. |
 * | 400 | `invalid_request` | Body breaks the schema; `issues` says where. | No. |
 * | 401 | `unauthorized` | Key missing, invalid, revoked or of another environment. | No. |
 * | 401 | `missing_authorization` | No `Authorization` header (layer C). | No. |
 * | 401 | `invalid_credentials` | Key unknown or revoked (layer C). | No. |
 * | 403 | `forbidden` | Project of the key does not exist. | No. |
 * | 403 | `partner_suspended` | Only named by layer C. | Not stated. |
 * | 404 | `not_found` | Render or other resource unknown in the key's project. | No. |
 * | 409 | `not_ready` | Render has not succeeded. | After it completes. |
 * | 500 | `internal` | Unexpected error of the server. | Yes, with backoff. |
 * | 502 | `email_send_failed` | Mail provider refused the mail. | Not stated. |
 * | 503 | `email_not_configured` | Deployment has no mail provider. | Not stated. |
 *
 * Other codes concern templates and their rendering. Layer C's sample code also handles `rate_limited`,
 * for which no page gives a status or a limit.
 *
 */
export const zErrorCode = /* @__PURE__ */ z.string();

/**
 * Broken rules of a request. Documented samples carry both parts, one or none.
 */
export const zErrorIssues = /* @__PURE__ */ (() => z.object({
    formErrors: z.optional(z.array(z.string())),
    fieldErrors: z.optional(z.record(z.string(), z.array(z.string())))
}))();

/**
 * What went wrong.
 */
export const zErrorDetail = /* @__PURE__ */ (() => z.object({
    code: zErrorCode,
    message: z.string(),
    issues: z.optional(zErrorIssues)
}))();

/**
 * Body of every error. A few administration and embedding endpoints answer the flat
 * `{"error": "invalid_credentials"}` instead; none of the operations here is said to.
 *
 */
export const zErrorResponse = /* @__PURE__ */ z.object({
    error: zErrorDetail
});

/**
 * Kind of share, an open link or one meant for a recipient's mailbox.
 */
export const zShareChannel = /* @__PURE__ */ z.enum(['link', 'email']);

/**
 * Share as the list shows it: the created share plus `revokedReason` and `clickCount`. Layer B's generated
 * sample has neither of them and no `channel`, and its `shareUrl` is a placeholder, so it is not an
 * example here.
 *
 */
export const zShareListItem = /* @__PURE__ */ (() => z.object({
    id: zElidableUuid,
    channel: zShareChannel,
    recipientEmail: z.nullable(z.email()),
    message: z.nullable(z.string()),
    revokedAt: z.nullable(z.iso.datetime({ offset: true })),
    revokedReason: z.nullable(z.string()),
    expiresAt: z.nullable(z.iso.datetime({ offset: true })),
    createdAt: z.iso.datetime({ offset: true }),
    shareToken: z.string(),
    clickCount: z.int().check(z.gte(0)),
    shareUrl: zElidableUri
}))();

/**
 * All shares of a render.
 */
export const zShareList = /* @__PURE__ */ (() => z.object({
    shares: z.array(zShareListItem)
}))();

/**
 * Properties of a new share. An e-mail share needs `recipientEmail`: layer B states the condition, layer
 * A is silent. Null in place of a value is not documented as allowed.
 *
 */
export const zShareCreate = /* @__PURE__ */ (() => z.looseObject({
    channel: z._default(z.optional(zShareChannel), 'link'),
    recipientEmail: z.optional(z.email()),
    message: z.optional(z.string().check(z.maxLength(2000))),
    expiresAt: z.optional(z.iso.datetime({ offset: true }))
}).check(requiredWhen({ channel: 'email' }, ['recipientEmail'])))();

/**
 * Share as its creation answers it. Layer B requires the five fields that are never null; every sample
 * carries all nine, with null rather than absence. `revokedReason` and `clickCount` stand in the list only.
 *
 */
export const zShare = /* @__PURE__ */ (() => z.object({
    id: zElidableUuid,
    shareToken: z.string(),
    shareUrl: zElidableUri,
    channel: zShareChannel,
    recipientEmail: z.nullish(z.email()),
    message: z.nullish(z.string()),
    expiresAt: z.nullish(z.iso.datetime({ offset: true })),
    revokedAt: z.nullish(z.iso.datetime({ offset: true })),
    createdAt: z.iso.datetime({ offset: true })
}))();

/**
 * Which share is revoked, and when.
 */
export const zRevokedShare = /* @__PURE__ */ (() => z.object({
    id: zElidableUuid,
    revokedAt: z.iso.datetime({ offset: true })
}))();

/**
 * Whom to send a render, and the properties of the share that is made for it.
 */
export const zEmailCreate = /* @__PURE__ */ (() => z.object({
    to: z.email(),
    recipientName: z.optional(z.string().check(z.maxLength(200))),
    message: z.optional(z.string().check(z.maxLength(2000))),
    expiresAt: z.optional(z.iso.datetime({ offset: true }))
}))();

/**
 * Created share and the mail that carries its link.
 */
export const zEmailedShare = /* @__PURE__ */ (() => z.object({
    id: zElidableUuid,
    shareToken: z.string(),
    shareUrl: zElidableUri,
    emailMessageId: z.string().check(z.regex(/^\S+$/)),
    sentAt: z.iso.datetime({ offset: true })
}))();

/**
 * Number of events per type. All seven are always present, zero when nothing happened.
 */
export const zEngagementCounts = /* @__PURE__ */ (() => z.object({
    viewed: z.int().check(z.gte(0)),
    downloaded: z.int().check(z.gte(0)),
    printed: z.int().check(z.gte(0)),
    email_opened: z.int().check(z.gte(0)),
    email_sent: z.int().check(z.gte(0)),
    share_created: z.int().check(z.gte(0)),
    share_revoked: z.int().check(z.gte(0))
}))();

/**
 * What happened to a shared document.
 */
export const zEngagementEventType = /* @__PURE__ */ z.enum([
    'viewed',
    'downloaded',
    'printed',
    'email_opened',
    'email_sent',
    'share_created',
    'share_revoked'
]);

/**
 * Who caused an event, a recipient through the public share page, the partner through `trackEvent`, or the system.
 */
export const zEngagementActorKind = /* @__PURE__ */ z.enum([
    'recipient',
    'partner',
    'system'
]);

/**
 * Free bag of keys and values.
 */
export const zEventMetadata = /* @__PURE__ */ (() => z.record(z.string(), z.unknown()))();

/**
 * One event of a render.
 */
export const zEngagementEvent = /* @__PURE__ */ (() => z.object({
    id: zElidableUuid,
    eventType: zEngagementEventType,
    actorKind: zEngagementActorKind,
    shareId: z.nullable(zElidableUuid),
    sourceIp: z.nullable(z.string()),
    userAgent: z.nullable(z.string()),
    metadata: z.nullable(zEventMetadata),
    createdAt: z.iso.datetime({ offset: true })
}))();

/**
 * Counts of a render's events and the newest of them.
 */
export const zEngagement = /* @__PURE__ */ (() => z.object({
    counts: zEngagementCounts,
    linkOpens: z.int().check(z.gte(0)),
    total: z.int().check(z.gte(0)),
    recent: z.array(zEngagementEvent).check(z.maxLength(25))
}))();

/**
 * Event of the partner's own application.
 */
export const zEventCreate = /* @__PURE__ */ (() => z.object({
    eventType: z.enum([
        'viewed',
        'downloaded',
        'printed'
    ]),
    metadata: z.optional(zEventMetadata)
}))();

/**
 * Fate of a tracked event.
 */
export const zEventReceipt = /* @__PURE__ */ (() => z.object({
    recorded: z.boolean()
}))();

/**
 * Name of a webhook event, `document.` and the event type.
 */
export const zDocumentEventName = /* @__PURE__ */ z.enum([
    'document.share_created',
    'document.share_revoked',
    'document.email_sent',
    'document.email_opened',
    'document.viewed',
    'document.downloaded',
    'document.printed'
]);

/**
 * What happened to a shared document, as a webhook delivers it.
 */
export const zDocumentEvent = /* @__PURE__ */ (() => z.object({
    event: zDocumentEventName,
    renderId: z.guid(),
    templateId: z.guid(),
    shareId: z.nullish(z.guid()),
    eventId: z.guid(),
    eventType: zEngagementEventType,
    actorKind: zEngagementActorKind,
    sourceIp: z.nullish(z.string()),
    userAgent: z.nullish(z.string()),
    metadata: z.nullish(zEventMetadata),
    createdAt: z.iso.datetime({ offset: true })
}))();

/**
 * Id of the render, a UUID in layer B; layer C's sample calls shorten it to `0193c2c3`.
 */
export const zRenderId = /* @__PURE__ */ z.guid();

/**
 * Id of the share, a UUID in layer B; the documented example is of no standard variant.
 */
export const zShareId = /* @__PURE__ */ z.guid();

/**
 * Name of the event, presumably the `event` of the body.
 */
export const zCraftkitEvent = /* @__PURE__ */ z.string();

/**
 * HMAC-SHA256 of the raw body, in hex, without a prefix. The example signs the documented body, written
 * as JSON without white space, with the secret `secret`.
 *
 */
export const zCraftkitSignature = /* @__PURE__ */ (() => z.string().check(z.regex(/^[0-9a-fA-F]{64}$/)))();

/**
 * Time of the delivery, in Unix seconds. The example is the time of the documented event.
 */
export const zCraftkitTimestamp = /* @__PURE__ */ (() => z.string().check(z.regex(/^[0-9]+$/)))();

/**
 * Id of the delivery, a UUID, the same across retries. The example is made up.
 */
export const zCraftkitDeliveryId = /* @__PURE__ */ z.guid();

export const zGetRenderPath = /* @__PURE__ */ (() => z.object({
    id: z.guid()
}))();

/**
 * Requested render.
 */
export const zGetRenderResponse = zRender;

export const zListSharesPath = /* @__PURE__ */ (() => z.object({
    id: z.guid()
}))();

/**
 * Shares of the render.
 */
export const zListSharesResponse = zShareList;

/**
 * Properties of the share. No field is required.
 */
export const zCreateShareBody = zShareCreate;

export const zCreateSharePath = /* @__PURE__ */ (() => z.object({
    id: z.guid()
}))();

/**
 * Created share.
 */
export const zCreateShareResponse = zShare;

export const zRevokeSharePath = /* @__PURE__ */ (() => z.object({
    id: z.guid(),
    shareId: z.guid()
}))();

/**
 * Revoked share, by id and time.
 */
export const zRevokeShareResponse = zRevokedShare;

export const zEmailRenderBody = zEmailCreate;

export const zEmailRenderPath = /* @__PURE__ */ (() => z.object({
    id: z.guid()
}))();

/**
 * Created share and the mail that carries its link.
 */
export const zEmailRenderResponse = zEmailedShare;

export const zGetEngagementPath = /* @__PURE__ */ (() => z.object({
    id: z.guid()
}))();

/**
 * Engagement of the render.
 */
export const zGetEngagementResponse = zEngagement;

export const zTrackEventBody = zEventCreate;

export const zTrackEventPath = /* @__PURE__ */ (() => z.object({
    id: z.guid()
}))();

/**
 * Whether the event was stored.
 */
export const zTrackEventResponse = zEventReceipt;

export const zDocumentEventWebhookRequest = /* @__PURE__ */ (() => z.object({
    body: zDocumentEvent,
    path: z.optional(z.never()),
    query: z.optional(z.never()),
    headers: z.object({
        'x-craftkit-event': z.string(),
        'x-craftkit-signature': z.string().check(z.regex(/^[0-9a-fA-F]{64}$/)),
        'x-craftkit-timestamp': z.string().check(z.regex(/^[0-9]+$/)),
        'x-craftkit-delivery-id': z.guid()
    })
}))();
