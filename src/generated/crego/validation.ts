// Generated from openapi/crego/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    zCreateSharePath,
    zDeleteSharePath,
    zErrorDetail,
    zGetSharePath,
    zListSharesPath,
    zListSharesQuery,
    zPreviewSharePath,
    zShare,
    zShareCreate,
    zSharePage,
    zSharePreview,
    zShareUpdate,
    zUpdateSharePath,
    zValidationError,
} from './zod.ts';

/** Schemas of `GET /documents/{document_id}/shares/`. */
export const listShares = {
    path: zListSharesPath,
    query: zListSharesQuery,
    responses: { 200: zSharePage, 400: zValidationError, 401: zErrorDetail, 403: zErrorDetail, 404: zErrorDetail, 429: zErrorDetail },
};

/** Schemas of `POST /documents/{document_id}/shares/`. */
export const createShare = {
    path: zCreateSharePath,
    body: zShareCreate,
    responses: { 201: zShare, 400: zValidationError, 401: zErrorDetail, 403: zErrorDetail, 404: zErrorDetail, 429: zErrorDetail },
};

/** Schemas of `GET /documents/{document_id}/shares/{share_id}/`. */
export const getShare = {
    path: zGetSharePath,
    responses: { 200: zShare, 401: zErrorDetail, 403: zErrorDetail, 404: zErrorDetail, 429: zErrorDetail },
};

/** Schemas of `PATCH /documents/{document_id}/shares/{share_id}/`. */
export const updateShare = {
    path: zUpdateSharePath,
    body: zShareUpdate,
    responses: { 200: zShare, 400: zValidationError, 401: zErrorDetail, 403: zErrorDetail, 404: zErrorDetail, 429: zErrorDetail },
};

/** Schemas of `DELETE /documents/{document_id}/shares/{share_id}/`. */
export const deleteShare = {
    path: zDeleteSharePath,
    responses: { 401: zErrorDetail, 403: zErrorDetail, 404: zErrorDetail, 429: zErrorDetail },
};

/** Schemas of `GET /shares/{token}/preview/`. */
export const previewShare = {
    path: zPreviewSharePath,
    responses: { 200: zSharePreview, 404: zErrorDetail },
};
