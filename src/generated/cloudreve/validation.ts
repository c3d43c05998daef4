// Generated from openapi/cloudreve/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    zAbuseReport,
    zCreateFileUrlsHeaders,
    zCreateFileUrlsResponse,
    zCreateShareHeaders,
    zCreateShareResponse,
    zDeleteShareHeaders,
    zDeleteSharePath,
    zDeleteShareResponse,
    zDeleteSharesHeaders,
    zDeleteSharesResponse,
    zEditShareHeaders,
    zEditSharePath,
    zEditShareResponse,
    zFileUrlRequest,
    zFinishTwoFactorSignInHeaders,
    zFinishTwoFactorSignInResponse,
    zGetFileContentHeaders,
    zGetFileContentPath,
    zGetFileContentQuery,
    zGetFileContentResponse200,
    zGetFileInfoHeaders,
    zGetFileInfoQuery,
    zGetFileInfoResponse,
    zGetShareInfoHeaders,
    zGetShareInfoPath,
    zGetShareInfoQuery,
    zGetShareInfoResponse,
    zGetUserInfoHeaders,
    zGetUserInfoPath,
    zGetUserInfoResponse,
    zListFilesHeaders,
    zListFilesQuery,
    zListFilesResponse,
    zListMySharesHeaders,
    zListMySharesQuery,
    zListMySharesResponse,
    zListUserSharesHeaders,
    zListUserSharesPath,
    zListUserSharesQuery,
    zListUserSharesResponse,
    zPasswordSignIn,
    zPingSiteHeaders,
    zPingSiteResponse,
    zPrepareSignInHeaders,
    zPrepareSignInQuery,
    zPrepareSignInResponse,
    zRefreshTokenHeaders,
    zRefreshTokenRequest,
    zRefreshTokenResponse,
    zReportAbuseHeaders,
    zReportAbuseResponse,
    zShareBatchDelete,
    zShareCreate,
    zShareEdit,
    zSignInHeaders,
    zSignInResponse,
    zSignOutHeaders,
    zSignOutResponse,
    zTwoFactorSignIn,
} from './zod.ts';

/** Schemas of `GET /share`. */
export const listMyShares = {
    query: zListMySharesQuery,
    headers: zListMySharesHeaders,
    responses: { 200: zListMySharesResponse },
};

/** Schemas of `PUT /share`. */
export const createShare = {
    headers: zCreateShareHeaders,
    body: zShareCreate,
    responses: { 200: zCreateShareResponse },
};

/** Schemas of `DELETE /share`. */
export const deleteShares = {
    headers: zDeleteSharesHeaders,
    body: zShareBatchDelete,
    responses: { 200: zDeleteSharesResponse },
};

/** Schemas of `POST /share/{id}`. */
export const editShare = {
    path: zEditSharePath,
    headers: zEditShareHeaders,
    body: zShareEdit,
    responses: { 200: zEditShareResponse },
};

/** Schemas of `DELETE /share/{id}`. */
export const deleteShare = {
    path: zDeleteSharePath,
    headers: zDeleteShareHeaders,
    responses: { 200: zDeleteShareResponse },
};

/** Schemas of `GET /share/info/{id}`. */
export const getShareInfo = {
    path: zGetShareInfoPath,
    query: zGetShareInfoQuery,
    headers: zGetShareInfoHeaders,
    responses: { 200: zGetShareInfoResponse },
};

/** Schemas of `GET /file`. */
export const listFiles = {
    query: zListFilesQuery,
    headers: zListFilesHeaders,
    responses: { 200: zListFilesResponse },
};

/** Schemas of `GET /file/info`. */
export const getFileInfo = {
    query: zGetFileInfoQuery,
    headers: zGetFileInfoHeaders,
    responses: { 200: zGetFileInfoResponse },
};

/** Schemas of `POST /file/url`. */
export const createFileUrls = {
    headers: zCreateFileUrlsHeaders,
    body: zFileUrlRequest,
    responses: { 200: zCreateFileUrlsResponse },
};

/** Schemas of `GET /file/content/{entity}/{speed}/{name}`. */
export const getFileContent = {
    path: zGetFileContentPath,
    query: zGetFileContentQuery,
    headers: zGetFileContentHeaders,
    responses: { 200: zGetFileContentResponse200 },
};

/** Schemas of `GET /user/shares/{id}`. */
export const listUserShares = {
    path: zListUserSharesPath,
    query: zListUserSharesQuery,
    headers: zListUserSharesHeaders,
    responses: { 200: zListUserSharesResponse },
};

/** Schemas of `GET /user/info/{id}`. */
export const getUserInfo = {
    path: zGetUserInfoPath,
    headers: zGetUserInfoHeaders,
    responses: { 200: zGetUserInfoResponse },
};

/** Schemas of `POST /site/abuse`. */
export const reportAbuse = {
    headers: zReportAbuseHeaders,
    body: zAbuseReport,
    responses: { 200: zReportAbuseResponse },
};

/** Schemas of `GET /site/ping`. */
export const pingSite = {
    headers: zPingSiteHeaders,
    responses: { 200: zPingSiteResponse },
};

/** Schemas of `GET /session/prepare`. */
export const prepareSignIn = {
    query: zPrepareSignInQuery,
    headers: zPrepareSignInHeaders,
    responses: { 200: zPrepareSignInResponse },
};

/** Schemas of `POST /session/token`. */
export const signIn = {
    headers: zSignInHeaders,
    body: zPasswordSignIn,
    responses: { 200: zSignInResponse },
};

/** Schemas of `DELETE /session/token`. */
export const signOut = {
    headers: zSignOutHeaders,
    body: zRefreshTokenRequest,
    responses: { 200: zSignOutResponse },
};

/** Schemas of `POST /session/token/2fa`. */
export const finishTwoFactorSignIn = {
    headers: zFinishTwoFactorSignInHeaders,
    body: zTwoFactorSignIn,
    responses: { 200: zFinishTwoFactorSignInResponse },
};

/** Schemas of `POST /session/token/refresh`. */
export const refreshToken = {
    headers: zRefreshTokenHeaders,
    body: zRefreshTokenRequest,
    responses: { 200: zRefreshTokenResponse },
};
