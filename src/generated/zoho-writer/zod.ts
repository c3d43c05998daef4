// Generated from openapi/zoho-writer/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';

const uriReference = () =>
    z.string().check(z.regex(/^(?:[\w\-.~:/?#[\]@!$&'"()*+,;=]|%[\da-f]{2})*$/i));

/**
 * Id of a document, digits; samples have 13 to 16 of them.
 */
export const zDocumentId = /* @__PURE__ */ (() => z.string().check(z.regex(/^[0-9]+$/)))();

/**
 * Path of the request, without host and query; an attribute in XML.
 */
export const zRequestUri = /* @__PURE__ */ (() => uriReference().check(z.regex(/^\/api\/private\/(json|xml)\//)))();

/**
 * Users as one string, separated by comma and space within brackets.
 */
export const zUserListText = /* @__PURE__ */ (() => z.string().check(z.regex(/^\[([^\s,\[\]]+(, [^\s,\[\]]+)*)?\]$/)))();

/**
 * Boolean as text. Samples write `True` in XML and `"true"` in JSON for one field, and `false` in XML for another.
 */
export const zBooleanText = /* @__PURE__ */ z.enum([
    'true',
    'false',
    'True',
    'False'
]);

/**
 * Users with the same access to a document.
 */
export const zEmailShared = /* @__PURE__ */ z.object({
    sharedto: zUserListText,
    writepermission: zBooleanText
});

/**
 * Whom a document is shared with. What stands here for a document that is not shared is unknown.
 */
export const zShareDetail = /* @__PURE__ */ (() => z.object({
    documentId: zDocumentId,
    documentName: z.string(),
    EmailShared: zEmailShared
}))();

/**
 * Answer with the sharing details of one document.
 */
export const zShareDetailsResponse = /* @__PURE__ */ (() => z.strictObject({
    uri: zRequestUri,
    result: z.object({
        sharedetail: zShareDetail
    })
}))();

/**
 * JSON form of `ShareDetailsResponse`.
 */
export const zShareDetailsEnvelope = /* @__PURE__ */ z.strictObject({
    response: zShareDetailsResponse
});

/**
 * Error with its code. The older XML-RPC API of Writer names the code `errorCode`.
 */
export const zErrorDetail = /* @__PURE__ */ (() => z.object({
    code: z.string().check(z.regex(/^1[0-9]{3}$/)),
    message: z.string()
}))();

/**
 * Answer to a request that failed; `error` stands in the place of `result`, never beside it.
 */
export const zErrorResponse = /* @__PURE__ */ z.strictObject({
    uri: zRequestUri,
    error: zErrorDetail
});

/**
 * JSON form of `ErrorResponse`.
 */
export const zErrorEnvelope = /* @__PURE__ */ z.strictObject({
    response: zErrorResponse
});

/**
 * Whom to share a document with, and how. Page lists `documentId` as a field too, while its sample form
 * sends the id in the path only.
 *
 */
export const zShareDocumentForm = /* @__PURE__ */ (() => z.object({
    shareto: z.string().check(z.maxLength(100000), z.regex(/^[^\s,\[\]\u0000-\u001f\u007f-\u009f\ufffe\uffff]+(, ?[^\s,\[\]\u0000-\u001f\u007f-\u009f\ufffe\uffff]+)*$/)),
    allowtowrite: z.boolean(),
    submit: z.optional(z.literal('ShareDoc'))
}))();

/**
 * Zoho id (login name) or e-mail address of a user; samples use bare login names.
 */
export const zUser = /* @__PURE__ */ (() => z.string().check(z.regex(/^[^\s,\[\]\u0000-\u001f\u007f-\u009f\ufffe\uffff]+$/)))();

/**
 * Users, one element each in XML, one array in JSON.
 */
export const zUserList = /* @__PURE__ */ (() => z.object({
    user: z.array(zUser)
}))();

/**
 * Document and the users it is now shared with.
 */
export const zSharedDocument = /* @__PURE__ */ (() => z.object({
    documentId: zDocumentId,
    documentName: z.string(),
    sharedto: zUserList
}))();

/**
 * Answer to a request to share a document.
 */
export const zShareDocumentResponse = /* @__PURE__ */ z.strictObject({
    uri: zRequestUri,
    result: zSharedDocument
});

/**
 * JSON form of `ShareDocumentResponse`.
 */
export const zShareDocumentEnvelope = /* @__PURE__ */ z.strictObject({
    response: zShareDocumentResponse
});

/**
 * User to remove from the sharing of a document. Page lists `documentId` as a field too, while its sample
 * form sends the id in the path only.
 *
 */
export const zCancelSharingForm = /* @__PURE__ */ (() => z.object({
    emailid: zUser,
    submit: z.optional(z.literal('CancelShare'))
}))();

/**
 * Id and name of a document.
 */
export const zDocumentReference = /* @__PURE__ */ (() => z.object({
    documentId: zDocumentId,
    documentName: z.string()
}))();

/**
 * Answer that names the document a change was made to.
 */
export const zDocumentReferenceResponse = /* @__PURE__ */ z.strictObject({
    uri: zRequestUri,
    result: zDocumentReference
});

/**
 * JSON form of `DocumentReferenceResponse`.
 */
export const zDocumentReferenceEnvelope = /* @__PURE__ */ z.strictObject({
    response: zDocumentReferenceResponse
});

/**
 * Last saved version of a document, a number with one decimal point; an older sample has `-1.0`.
 */
export const zDocumentVersion = /* @__PURE__ */ (() => z.string().check(z.regex(/^-?[0-9]+\.[0-9]+$/)))();

/**
 * Time as digits, milliseconds since 1970-01-01T00:00:00Z.
 */
export const zMillisecondTime = /* @__PURE__ */ (() => z.string().check(z.regex(/^[0-9]+$/)))();

/**
 * Unique name of a document within URLs, relative.
 */
export const zDocumentUrlName = /* @__PURE__ */ uriReference();

/**
 * E-mail addresses of the users a document is shared with, as one string in brackets; blank or `[]` if there are none.
 */
export const zSharedUsers = /* @__PURE__ */ (() => z.string().check(z.regex(/^(\[([^\s,\[\]]+(, ?[^\s,\[\]]+)*)?\])?$/)))();

/**
 * Document that another user shared with the caller.
 */
export const zIncomingDocument = /* @__PURE__ */ (() => z.object({
    documentId: zDocumentId,
    documentName: z.string(),
    version: zDocumentVersion,
    lastModifiedTime: zMillisecondTime,
    writePermission: zBooleanText,
    document_name_url: zDocumentUrlName,
    shared_users: zSharedUsers,
    document_locked: zBooleanText,
    document_blogged: zBooleanText,
    authorName: z.optional(zUser),
    created_date: z.optional(zMillisecondTime),
    category: z.optional(z.string())
}))();

/**
 * Answer with documents that others shared with the caller.
 */
export const zIncomingDocumentsResponse = /* @__PURE__ */ (() => z.strictObject({
    uri: zRequestUri,
    result: z.object({
        incomingdocuments: z.object({
            document: z.array(zIncomingDocument)
        })
    })
}))();

/**
 * JSON form of `IncomingDocumentsResponse`.
 */
export const zIncomingDocumentsEnvelope = /* @__PURE__ */ z.strictObject({
    response: zIncomingDocumentsResponse
});

/**
 * How many documents others shared with an account.
 */
export const zIncomingCount = /* @__PURE__ */ (() => z.object({
    ownerName: zUser,
    documentsCount: z.string().check(z.regex(/^[0-9]+$/))
}))();

/**
 * Answer with the number of documents shared with the caller.
 */
export const zIncomingCountResponse = /* @__PURE__ */ (() => z.strictObject({
    uri: zRequestUri,
    result: z.object({
        documents: zIncomingCount
    })
}))();

/**
 * JSON form of `IncomingCountResponse`.
 */
export const zIncomingCountEnvelope = /* @__PURE__ */ z.strictObject({
    response: zIncomingCountResponse
});

/**
 * Document that the caller made public.
 */
export const zPublicDocument = /* @__PURE__ */ (() => z.object({
    documentId: zDocumentId,
    documentName: z.string(),
    version: zDocumentVersion,
    document_name_url: zDocumentUrlName,
    shared_users: zSharedUsers,
    document_locked: zBooleanText,
    document_blogged: zBooleanText,
    authorName: zUser,
    created_date: zMillisecondTime,
    category: z.string()
}))();

/**
 * Answer with documents that the caller made public.
 */
export const zPublicDocumentsResponse = /* @__PURE__ */ (() => z.strictObject({
    uri: zRequestUri,
    result: z.object({
        publicdocuments: z.object({
            document: z.array(zPublicDocument)
        })
    })
}))();

/**
 * JSON form of `PublicDocumentsResponse`.
 */
export const zPublicDocumentsEnvelope = /* @__PURE__ */ z.strictObject({
    response: zPublicDocumentsResponse
});

/**
 * Fields of the sample form, which is that of the make-public method. Page lists `documentId` as a field
 * too, while its sample form sends the id in the path only.
 *
 */
export const zRemovePublicForm = /* @__PURE__ */ (() => z.object({
    allowcomment: z.optional(z.boolean()),
    showcomment: z.optional(z.boolean()),
    submit: z.optional(z.literal('makePublic'))
}))();

/**
 * What a public document offers to its readers.
 */
export const zMakePublicForm = /* @__PURE__ */ (() => z.object({
    allowcomment: z.optional(z.boolean()),
    showcomment: z.optional(z.boolean()),
    submit: z.optional(z.literal('makePublic'))
}))();

/**
 * Metadata of one document.
 */
export const zDocumentInfo = /* @__PURE__ */ (() => z.object({
    documentId: zDocumentId,
    documentName: z.string(),
    version: zDocumentVersion,
    document_name_url: zDocumentUrlName,
    shared_users: zSharedUsers,
    document_locked: zBooleanText,
    document_blogged: zBooleanText,
    authorName: zUser,
    created_date: zMillisecondTime
}))();

/**
 * Answer with the metadata of one document.
 */
export const zDocumentInfoResponse = /* @__PURE__ */ (() => z.strictObject({
    uri: zRequestUri,
    result: z.object({
        document: zDocumentInfo
    })
}))();

/**
 * JSON form of `DocumentInfoResponse`.
 */
export const zDocumentInfoEnvelope = /* @__PURE__ */ z.strictObject({
    response: zDocumentInfoResponse
});

/**
 * Id of the document, digits. Sample forms spell the placeholder `documentId`.
 */
export const zPathDocumentId = zDocumentId;

/**
 * Number of the first item of the answer, counted from 1; 3 starts at the third item.
 */
export const zStartFrom = /* @__PURE__ */ (() => z.int().check(z.gte(1)))();

/**
 * Greatest number of items in the answer, 1 to 100.
 */
export const zLimit = /* @__PURE__ */ (() => z.int().check(z.gte(1), z.lte(100)))();

export const zGetShareDetailsJsonPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Sharing details.
 */
export const zGetShareDetailsJsonResponse = zShareDetailsEnvelope;

export const zGetShareDetailsXmlPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Sharing details.
 */
export const zGetShareDetailsXmlResponse = zShareDetailsResponse;

export const zShareDocumentJsonBody = zShareDocumentForm;

export const zShareDocumentJsonPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document and its users.
 */
export const zShareDocumentJsonResponse = zShareDocumentEnvelope;

export const zShareDocumentXmlBody = zShareDocumentForm;

export const zShareDocumentXmlPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document and its users.
 */
export const zShareDocumentXmlResponse = zShareDocumentResponse;

export const zCancelSharingJsonBody = zCancelSharingForm;

export const zCancelSharingJsonPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document that a user was removed from.
 */
export const zCancelSharingJsonResponse = zDocumentReferenceEnvelope;

export const zCancelSharingXmlBody = zCancelSharingForm;

export const zCancelSharingXmlPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document that a user was removed from.
 */
export const zCancelSharingXmlResponse = zDocumentReferenceResponse;

export const zListIncomingDocumentsJsonQuery = /* @__PURE__ */ (() => z.object({
    'start-from': z.optional(z.int().check(z.gte(1))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(100)))
}))();

/**
 * Incoming documents.
 */
export const zListIncomingDocumentsJsonResponse = zIncomingDocumentsEnvelope;

export const zListIncomingDocumentsXmlQuery = /* @__PURE__ */ (() => z.object({
    'start-from': z.optional(z.int().check(z.gte(1))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(100)))
}))();

/**
 * Incoming documents.
 */
export const zListIncomingDocumentsXmlResponse = zIncomingDocumentsResponse;

/**
 * Number of incoming documents.
 */
export const zCountIncomingDocumentsJsonResponse = zIncomingCountEnvelope;

/**
 * Number of incoming documents.
 */
export const zCountIncomingDocumentsXmlResponse = zIncomingCountResponse;

export const zListPublicDocumentsJsonQuery = /* @__PURE__ */ (() => z.object({
    'start-from': z.optional(z.int().check(z.gte(1))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(100)))
}))();

/**
 * Public documents.
 */
export const zListPublicDocumentsJsonResponse = zPublicDocumentsEnvelope;

export const zListPublicDocumentsXmlQuery = /* @__PURE__ */ (() => z.object({
    'start-from': z.optional(z.int().check(z.gte(1))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(100)))
}))();

/**
 * Public documents.
 */
export const zListPublicDocumentsXmlResponse = zPublicDocumentsResponse;

export const zRemovePublicJsonBody = zRemovePublicForm;

export const zRemovePublicJsonPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document that is no longer public.
 */
export const zRemovePublicJsonResponse = zDocumentReferenceEnvelope;

export const zRemovePublicXmlBody = zRemovePublicForm;

export const zRemovePublicXmlPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document that is no longer public.
 */
export const zRemovePublicXmlResponse = zDocumentReferenceResponse;

export const zMakePublicJsonBody = zMakePublicForm;

export const zMakePublicJsonPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document that is now public.
 */
export const zMakePublicJsonResponse = zDocumentReferenceEnvelope;

export const zMakePublicXmlBody = zMakePublicForm;

export const zMakePublicXmlPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Document that is now public.
 */
export const zMakePublicXmlResponse = zDocumentReferenceResponse;

export const zGetDocumentInfoJsonPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Metadata of the document.
 */
export const zGetDocumentInfoJsonResponse = zDocumentInfoEnvelope;

export const zGetDocumentInfoXmlPath = /* @__PURE__ */ z.object({
    documentID: zDocumentId
});

/**
 * Metadata of the document.
 */
export const zGetDocumentInfoXmlResponse = zDocumentInfoResponse;
