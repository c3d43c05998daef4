// Generated from openapi/cloudreve/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import type { paths } from './types.js';

/** Method and path of each operation, by the name of the method that calls it. */
export const operationRoutes = {
    /**
     * List my share links
     *
     * Pages through the share links of the caller, expired ones included. Every link is unlocked, so passwords
     * show. The answer states no total number.
     *
     * The cursor always follows `id`: with another `order_by`, later pages may skip or repeat links. OAuth scope:
     * `Shares.Read`.
     */
    listMyShares: ['get', '/share'],
    /**
     * Create share link
     *
     * Shares a file or folder. Each call makes a new share, also of a file that is shared already.
     *
     * Only the owner of the file may share it, and the user group of the caller needs permission bit 2;
     * documentation grants administrators the same, while the server refuses them another user's `my` file
     * system. OAuth scope: `Shares.Write`.
     */
    createShare: ['put', '/share'],
    /**
     * Delete several share links
     *
     * Deletes share links of the caller. Ids of other users' and of unknown shares are skipped in silence. Not
     * documented; in the server since 2026-03-18.
     *
     * Where deleting fails, the server writes the failure and then the success object too, so that the body is two
     * concatenated JSON objects and no valid JSON. OAuth scope: `Shares.Write`.
     */
    deleteShares: ['delete', '/share'],
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
    editShare: ['post', '/share/{id}'],
    /**
     * Delete share link
     *
     * Deletes a share link. Its owner may, and any member of an administrator group. Deletion is soft; a second
     * deletion of the same id answers code 404.
     *
     * Sign-in is required, though the documented page carries no auth label. OAuth scope: `Shares.Write`.
     */
    deleteShare: ['delete', '/share/{id}'],
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
    getShareInfo: ['get', '/share/info/{id}'],
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
    listFiles: ['get', '/file'],
    /**
     * Get file info
     *
     * Shows one file or folder: inside a share, for anybody who has its link and password, or the caller's own. With
     * `extended` the owner gets the share links of the file. The root of a share or of a file system is refused.
     *
     * Failures of the share and its path are those of `listFiles`.
     */
    getFileInfo: ['get', '/file/info'],
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
    createFileUrls: ['post', '/file/url'],
    /**
     * Get file content
     *
     * Answers the content of a file, at an address of `createFileUrls`, which needs no sign-in. Not documented.
     *
     * The media type follows from the ending of the name, so content of a JSON file has the type of a failure. Ranges
     * and conditions are no part of this contract.
     */
    getFileContent: ['get', '/file/content/{entity}/{speed}/{name}'],
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
    listUserShares: ['get', '/user/shares/{id}'],
    /**
     * Get user
     *
     * Shows what others may see of a user. Sign-in is optional; without it the e-mail address is missing.
     */
    getUserInfo: ['get', '/user/info/{id}'],
    /**
     * Report abuse
     *
     * Pro only. Reports a share or a user to the site; sign-in is optional. The open-source server has no such
     * route and answers HTTP 404. Documentation names no failures; those listed come from the check of the token,
     * which all operations with optional sign-in share.
     */
    reportAbuse: ['post', '/site/abuse'],
    /**
     * Ping
     *
     * Tells the version of the server.
     */
    pingSite: ['get', '/site/ping'],
    /**
     * Prepare login
     *
     * Tells whether an account exists, and how it can sign in. No sign-in needs it; it is there for front ends.
     */
    prepareSignIn: ['get', '/session/prepare'],
    /**
     * Password sign-in
     *
     * Signs a user in. A user with two-factor authentication gets code 203 and the id of the pending sign-in instead
     * of tokens; `finishTwoFactorSignIn` completes it within 600 seconds.
     */
    signIn: ['post', '/session/token'],
    /**
     * Sign out
     *
     * Revokes all refresh tokens that descend from the same sign-in as the one in the body, which this DELETE
     * has. With single sign-on (Pro only) `data` is a URL to redirect the user to, otherwise the empty string.
     */
    signOut: ['delete', '/session/token'],
    /**
     * Finish sign-in with 2FA
     *
     * Completes a sign-in that answered code 203. Documentation calls the field of the one-time code `opt`, while
     * the server reads `otp`.
     */
    finishTwoFactorSignIn: ['post', '/session/token/2fa'],
    /**
     * Refresh token
     *
     * Exchanges a refresh token for a new pair of tokens. Refresh tokens stop working when they expire, when their
     * sign-in is signed out, and when the password changes.
     */
    refreshToken: ['post', '/session/token/refresh'],
} as const;

/** Typed client of Cloudreve sharing. */
export type ApiClient = Client<paths, typeof operationRoutes>;

/**
 * Creates a typed client of Cloudreve sharing.
 *
 * Servers of the contract: `{origin}/api/v4`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
}
