// Generated from openapi/craftkit/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';
import {
    zCreateSharePath,
    zEmailCreate,
    zEmailRenderPath,
    zEmailedShare,
    zEngagement,
    zErrorResponse,
    zEventCreate,
    zEventReceipt,
    zGetEngagementPath,
    zGetRenderPath,
    zListSharesPath,
    zRender,
    zRevokeSharePath,
    zRevokedShare,
    zShare,
    zShareCreate,
    zShareList,
    zTrackEventPath,
} from './zod.ts';

/** Schemas of `GET /v1/renders/{id}`. */
export const getRender = {
    path: zGetRenderPath,
    responses: { 200: zRender, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 500: zErrorResponse },
};

/** Schemas of `GET /v1/renders/{id}/shares`. */
export const listShares = {
    path: zListSharesPath,
    responses: { 200: zShareList, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 500: zErrorResponse },
};

/** Schemas of `POST /v1/renders/{id}/shares`. */
export const createShare = {
    path: zCreateSharePath,
    body: /* @__PURE__ */ z.optional(zShareCreate),
    responses: { 201: zShare, 400: zErrorResponse, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 409: zErrorResponse, 500: zErrorResponse },
};

/** Schemas of `DELETE /v1/renders/{id}/shares/{shareId}`. */
export const revokeShare = {
    path: zRevokeSharePath,
    responses: { 200: zRevokedShare, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 500: zErrorResponse },
};

/** Schemas of `POST /v1/renders/{id}/email`. */
export const emailRender = {
    path: zEmailRenderPath,
    body: zEmailCreate,
    responses: { 201: zEmailedShare, 400: zErrorResponse, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 409: zErrorResponse, 500: zErrorResponse, 502: zErrorResponse, 503: zErrorResponse },
};

/** Schemas of `GET /v1/renders/{id}/engagement`. */
export const getEngagement = {
    path: zGetEngagementPath,
    responses: { 200: zEngagement, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 500: zErrorResponse },
};

/** Schemas of `POST /v1/renders/{id}/events`. */
export const trackEvent = {
    path: zTrackEventPath,
    body: zEventCreate,
    responses: { 200: zEventReceipt, 400: zErrorResponse, 401: zErrorResponse, 403: zErrorResponse, 404: zErrorResponse, 500: zErrorResponse },
};
