// Generated from openapi/cloudreve/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    byCursor,
    kindByMediaType,
    openEnvelope,
    operation,
    withPages,
    writeFields,
} from 'share-contracts/client';
import type { paths } from './types.js';

/** How a failure is told from a success in the body of an answer. */
const envelope = { code: 'code', success: 0, data: 'data', open: openEnvelope } as const;

/**
 * List my share links
 *
 * Pages through the share links of the caller, expired ones included. Every link is unlocked, so passwords
 * show. The answer states no total number.
 *
 * The cursor always follows `id`: with another `order_by`, later pages may skip or repeat links. OAuth scope:
 * `Shares.Read`.
 */
export const listMyShares = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/share']['get'], typeof envelope>({
    name: 'listMyShares',
    method: 'get',
    path: '/share',
    answers: { 200: 'json' },
    envelope,
}), { by: byCursor, items: ['shares'], parameter: 'next_page_token', next: ['pagination', 'next_token'] });

/**
 * Create share link
 *
 * Shares a file or folder. Each call makes a new share, also of a file that is shared already.
 *
 * Only the owner of the file may share it, and the user group of the caller needs permission bit 2;
 * documentation grants administrators the same, while the server refuses them another user's `my` file
 * system. OAuth scope: `Shares.Write`.
 */
export const createShare = /* @__PURE__ */ operation<paths['/share']['put'], typeof envelope>({
    name: 'createShare',
    method: 'put',
    path: '/share',
    answers: { 200: 'json' },
    idempotent: false,
    envelope,
});

/**
 * Delete several share links
 *
 * Deletes share links of the caller. Ids of other users' and of unknown shares are skipped in silence. Not
 * documented; in the server since 2026-03-18.
 *
 * Where deleting fails, the server writes the failure and then the success object too, so that the body is two
 * concatenated JSON objects and no valid JSON. OAuth scope: `Shares.Write`.
 */
export const deleteShares = /* @__PURE__ */ operation<paths['/share']['delete'], typeof envelope>({
    name: 'deleteShares',
    method: 'delete',
    path: '/share',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Edit share link
 *
 * Replaces the settings of a share as a whole: expiry, download limit, `share_view` and `show_readme` are
 * cleared where they are left out. `uri` stays required and must name the file that the share already has.
 *
 * The password never changes: `is_private` and `password`, which the documented page drops, are accepted,
 * validated and ignored, and the returned link of a private share carries its old password. Owner of the file
 * only; documentation repeats the text of the create page, administrators included. OAuth scope:
 * `Shares.Write`.
 */
export const editShare = /* @__PURE__ */ operation<paths['/share/{id}']['post'], typeof envelope>({
    name: 'editShare',
    method: 'post',
    path: '/share/{id}',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Delete share link
 *
 * Deletes a share link. Its owner may, and any member of an administrator group. Deletion is soft; a second
 * deletion of the same id answers code 404.
 *
 * Sign-in is required, though the documented page carries no auth label. OAuth scope: `Shares.Write`.
 */
export const deleteShare = /* @__PURE__ */ operation<paths['/share/{id}']['delete'], typeof envelope>({
    name: 'deleteShare',
    method: 'delete',
    path: '/share/{id}',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Get share link info
 *
 * Shows what a share link leads to, to anyone. Sign-in is optional and tells the owner from a visitor.
 *
 * A missing or wrong password is no failure: the share comes back locked, with `unlocked` false, `size` 0, `url`
 * without the password, and no `password`, `expires`, `downloaded`, `remain_downloads` or `show_readme`. The
 * owner never needs the password. `visited` is the number before this call.
 *
 * An expired link answers code 404. With `owner_extended` the look-up of the source checks the password, for the
 * owner too. OAuth scope: `Shares.Read`.
 */
export const getShareInfo = /* @__PURE__ */ operation<paths['/share/info/{id}']['get'], typeof envelope>({
    name: 'getShareInfo',
    method: 'get',
    path: '/share/info/{id}',
    query: { styles: {}, write: writeFields },
    answers: { 200: 'json' },
    envelope,
});

/**
 * List files
 *
 * Pages through a folder: one inside a share, for anybody who has its link and password, or the caller's own.
 * Sign-in is optional for a share and tells its owner from a visitor.
 *
 * Unlike `getShareInfo` it fails without the password of the share, with 40069, for the owner too. A share that has
 * expired or has no download left answers 404, as an unknown one does. A share of a single file lists that file.
 *
 * Documentation also has search, by conditions in the URI, and the file systems `shared_with_me` and `trash`;
 * both are no part of this contract.
 */
export const listFiles = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/file']['get'], typeof envelope>({
    name: 'listFiles',
    method: 'get',
    path: '/file',
    answers: { 200: 'json' },
    envelope,
}), { by: byCursor, items: ['files'], parameter: 'next_page_token', next: ['pagination', 'next_token'] });

/**
 * Get file info
 *
 * Shows one file or folder: inside a share, for anybody who has its link and password, or the caller's own. With
 * `extended` the owner gets the share links of the file. The root of a share or of a file system is refused.
 *
 * Failures of the share and its path are those of `listFiles`.
 */
export const getFileInfo = /* @__PURE__ */ operation<paths['/file/info']['get'], typeof envelope>({
    name: 'getFileInfo',
    method: 'get',
    path: '/file/info',
    query: { styles: {}, write: writeFields },
    answers: { 200: 'json' },
    envelope,
});

/**
 * Create download URL
 *
 * Makes temporary addresses of files: of a share, for anybody who has its link and password, or the caller's own.
 *
 * Each address of a file in a share counts as a download, a preview too and one of the owner too, and uses up the
 * limit of the share. If one file fails, the answer is 40081, with the failure of each file by its URI; downloads
 * of the others are counted all the same.
 *
 * With `archive` there is one address for all files, which counts nothing; without the permission (bit 4) of the
 * group the answer is 40007 with an empty message. Nothing more is known of that address.
 */
export const createFileUrls = /* @__PURE__ */ operation<paths['/file/url']['post'], typeof envelope>({
    name: 'createFileUrls',
    method: 'post',
    path: '/file/url',
    answers: { 200: 'json', 302: 'none' },
    envelope,
});

/**
 * Get file content
 *
 * Answers the content of a file, at an address of `createFileUrls`, which needs no sign-in. Not documented.
 *
 * The media type follows from the ending of the name, so content of a JSON file has the type of a failure. Ranges
 * and conditions are no part of this contract.
 */
export const getFileContent = /* @__PURE__ */ operation<paths['/file/content/{entity}/{speed}/{name}']['get'], typeof envelope>({
    name: 'getFileContent',
    method: 'get',
    path: '/file/content/{entity}/{speed}/{name}',
    answers: { 200: kindByMediaType },
    envelope,
});

/**
 * List user's share links
 *
 * Pages through the share links on the profile of a user, expired ones included. The profile setting decides
 * which: links without a password (default), all (`all_share`), or none (`hide_share`, a failure).
 *
 * Every link is locked, also for its owner: `unlocked` false, `size` 0, `url` without the password, and no
 * `password`, `expires`, `downloaded`, `remain_downloads` or `show_readme`. The documented sample shows
 * unlocked links and a password instead.
 *
 * Documentation calls for no sign-in, yet shows the header; a token only adds `owner.email` and the fields of
 * the owner. OAuth tokens need no scope.
 */
export const listUserShares = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/user/shares/{id}']['get'], typeof envelope>({
    name: 'listUserShares',
    method: 'get',
    path: '/user/shares/{id}',
    answers: { 200: 'json' },
    envelope,
}), { by: byCursor, items: ['shares'], parameter: 'next_page_token', next: ['pagination', 'next_token'] });

/**
 * Get user
 *
 * Shows what others may see of a user. Sign-in is optional; without it the e-mail address is missing.
 */
export const getUserInfo = /* @__PURE__ */ operation<paths['/user/info/{id}']['get'], typeof envelope>({
    name: 'getUserInfo',
    method: 'get',
    path: '/user/info/{id}',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Report abuse
 *
 * Pro only. Reports a share or a user to the site; sign-in is optional. The open-source server has no such
 * route and answers HTTP 404. Documentation names no failures; those listed come from the check of the token,
 * which all operations with optional sign-in share.
 */
export const reportAbuse = /* @__PURE__ */ operation<paths['/site/abuse']['post'], typeof envelope>({
    name: 'reportAbuse',
    method: 'post',
    path: '/site/abuse',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Ping
 *
 * Tells the version of the server.
 */
export const pingSite = /* @__PURE__ */ operation<paths['/site/ping']['get'], typeof envelope>({
    name: 'pingSite',
    method: 'get',
    path: '/site/ping',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Prepare login
 *
 * Tells whether an account exists, and how it can sign in. No sign-in needs it; it is there for front ends.
 */
export const prepareSignIn = /* @__PURE__ */ operation<paths['/session/prepare']['get'], typeof envelope>({
    name: 'prepareSignIn',
    method: 'get',
    path: '/session/prepare',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Password sign-in
 *
 * Signs a user in. A user with two-factor authentication gets code 203 and the id of the pending sign-in instead
 * of tokens; `finishTwoFactorSignIn` completes it within 600 seconds.
 */
export const signIn = /* @__PURE__ */ operation<paths['/session/token']['post'], typeof envelope>({
    name: 'signIn',
    method: 'post',
    path: '/session/token',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Sign out
 *
 * Revokes all refresh tokens that descend from the same sign-in as the one in the body, which this DELETE
 * has. With single sign-on (Pro only) `data` is a URL to redirect the user to, otherwise the empty string.
 */
export const signOut = /* @__PURE__ */ operation<paths['/session/token']['delete'], typeof envelope>({
    name: 'signOut',
    method: 'delete',
    path: '/session/token',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Finish sign-in with 2FA
 *
 * Completes a sign-in that answered code 203. Documentation calls the field of the one-time code `opt`, while
 * the server reads `otp`.
 */
export const finishTwoFactorSignIn = /* @__PURE__ */ operation<paths['/session/token/2fa']['post'], typeof envelope>({
    name: 'finishTwoFactorSignIn',
    method: 'post',
    path: '/session/token/2fa',
    answers: { 200: 'json' },
    envelope,
});

/**
 * Refresh token
 *
 * Exchanges a refresh token for a new pair of tokens. Refresh tokens stop working when they expire, when their
 * sign-in is signed out, and when the password changes.
 */
export const refreshToken = /* @__PURE__ */ operation<paths['/session/token/refresh']['post'], typeof envelope>({
    name: 'refreshToken',
    method: 'post',
    path: '/session/token/refresh',
    answers: { 200: 'json' },
    envelope,
});
