// Generated from openapi/cloudreve/openapi.yaml by `share-contracts generate`. Do not edit.

export interface paths {
    "/share": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List my share links
         * @description Pages through the share links of the caller, expired ones included. Every link is unlocked, so passwords
         *     show. The answer states no total number.
         *
         *     The cursor always follows `id`: with another `order_by`, later pages may skip or repeat links. OAuth scope:
         *     `Shares.Read`.
         */
        get: operations["listMyShares"];
        /**
         * Create share link
         * @description Shares a file or folder. Each call makes a new share, also of a file that is shared already.
         *
         *     Only the owner of the file may share it, and the user group of the caller needs permission bit 2;
         *     documentation grants administrators the same, while the server refuses them another user's `my` file
         *     system. OAuth scope: `Shares.Write`.
         */
        put: operations["createShare"];
        post?: never;
        /**
         * Delete several share links
         * @description Deletes share links of the caller. Ids of other users' and of unknown shares are skipped in silence. Not
         *     documented; in the server since 2026-03-18.
         *
         *     Where deleting fails, the server writes the failure and then the success object too, so that the body is two
         *     concatenated JSON objects and no valid JSON. OAuth scope: `Shares.Write`.
         */
        delete: operations["deleteShares"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/share/{id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the share.
                 * @example g2guA
                 */
                id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit share link
         * @description Replaces the settings of a share as a whole: expiry, download limit, `share_view` and `show_readme` are
         *     cleared where they are left out. `uri` stays required and must name the file that the share already has.
         *
         *     The password never changes: `is_private` and `password`, which the documented page drops, are accepted,
         *     validated and ignored, and the returned link of a private share carries its old password. Owner of the file
         *     only; documentation repeats the text of the create page, administrators included. OAuth scope:
         *     `Shares.Write`.
         */
        post: operations["editShare"];
        /**
         * Delete share link
         * @description Deletes a share link. Its owner may, and any member of an administrator group. Deletion is soft; a second
         *     deletion of the same id answers code 404.
         *
         *     Sign-in is required, though the documented page carries no auth label. OAuth scope: `Shares.Write`.
         */
        delete: operations["deleteShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/share/info/{id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the share, as its link carries it.
                 * @example g2guA
                 */
                id: components["parameters"]["linkId"];
            };
            cookie?: never;
        };
        /**
         * Get share link info
         * @description Shows what a share link leads to, to anyone. Sign-in is optional and tells the owner from a visitor.
         *
         *     A missing or wrong password is no failure: the share comes back locked, with `unlocked` false, `size` 0, `url`
         *     without the password, and no `password`, `expires`, `downloaded`, `remain_downloads` or `show_readme`. The
         *     owner never needs the password. `visited` is the number before this call.
         *
         *     An expired link answers code 404. With `owner_extended` the look-up of the source checks the password, for the
         *     owner too. OAuth scope: `Shares.Read`.
         */
        get: operations["getShareInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List files
         * @description Pages through a folder: one inside a share, for anybody who has its link and password, or the caller's own.
         *     Sign-in is optional for a share and tells its owner from a visitor.
         *
         *     Unlike `getShareInfo` it fails without the password of the share, with 40069, for the owner too. A share that has
         *     expired or has no download left answers 404, as an unknown one does. A share of a single file lists that file.
         *
         *     Documentation also has search, by conditions in the URI, and the file systems `shared_with_me` and `trash`;
         *     both are no part of this contract.
         */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file/info": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get file info
         * @description Shows one file or folder: inside a share, for anybody who has its link and password, or the caller's own. With
         *     `extended` the owner gets the share links of the file. The root of a share or of a file system is refused.
         *
         *     Failures of the share and its path are those of `listFiles`.
         */
        get: operations["getFileInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file/url": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create download URL
         * @description Makes temporary addresses of files: of a share, for anybody who has its link and password, or the caller's own.
         *
         *     Each address of a file in a share counts as a download, a preview too and one of the owner too, and uses up the
         *     limit of the share. If one file fails, the answer is 40081, with the failure of each file by its URI; downloads
         *     of the others are counted all the same.
         *
         *     With `archive` there is one address for all files, which counts nothing; without the permission (bit 4) of the
         *     group the answer is 40007 with an empty message. Nothing more is known of that address.
         */
        post: operations["createFileUrls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file/content/{entity}/{speed}/{name}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the content, the `primary_entity` of the file.
                 * @example 2Au4
                 */
                entity: components["parameters"]["entityId"];
                /**
                 * @description Limit on the speed in bytes per second; 0 for none.
                 * @example 0
                 */
                speed: components["parameters"]["downloadSpeed"];
                /**
                 * @description Name of the file; its ending chooses the media type.
                 * @example a.txt
                 */
                name: components["parameters"]["contentName"];
            };
            cookie?: never;
        };
        /**
         * Get file content
         * @description Answers the content of a file, at an address of `createFileUrls`, which needs no sign-in. Not documented.
         *
         *     The media type follows from the ending of the name, so content of a JSON file has the type of a failure. Ranges
         *     and conditions are no part of this contract.
         */
        get: operations["getFileContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/shares/{id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the user. Documentation names the parameter `user-id`.
                 * @example lpua
                 */
                id: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * List user's share links
         * @description Pages through the share links on the profile of a user, expired ones included. The profile setting decides
         *     which: links without a password (default), all (`all_share`), or none (`hide_share`, a failure).
         *
         *     Every link is locked, also for its owner: `unlocked` false, `size` 0, `url` without the password, and no
         *     `password`, `expires`, `downloaded`, `remain_downloads` or `show_readme`. The documented sample shows
         *     unlocked links and a password instead.
         *
         *     Documentation calls for no sign-in, yet shows the header; a token only adds `owner.email` and the fields of
         *     the owner. OAuth tokens need no scope.
         */
        get: operations["listUserShares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/info/{id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the user. Documentation names the parameter `user-id`.
                 * @example lpua
                 */
                id: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /**
         * Get user
         * @description Shows what others may see of a user. Sign-in is optional; without it the e-mail address is missing.
         */
        get: operations["getUserInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site/abuse": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report abuse
         * @description Pro only. Reports a share or a user to the site; sign-in is optional. The open-source server has no such
         *     route and answers HTTP 404. Documentation names no failures; those listed come from the check of the token,
         *     which all operations with optional sign-in share.
         */
        post: operations["reportAbuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site/ping": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Ping
         * @description Tells the version of the server.
         */
        get: operations["pingSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/prepare": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Prepare login
         * @description Tells whether an account exists, and how it can sign in. No sign-in needs it; it is there for front ends.
         */
        get: operations["prepareSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Password sign-in
         * @description Signs a user in. A user with two-factor authentication gets code 203 and the id of the pending sign-in instead
         *     of tokens; `finishTwoFactorSignIn` completes it within 600 seconds.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Revokes all refresh tokens that descend from the same sign-in as the one in the body, which this DELETE
         *     has. With single sign-on (Pro only) `data` is a URL to redirect the user to, otherwise the empty string.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/token/2fa": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish sign-in with 2FA
         * @description Completes a sign-in that answered code 203. Documentation calls the field of the one-time code `opt`, while
         *     the server reads `otp`.
         */
        post: operations["finishTwoFactorSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/token/refresh": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh token
         * @description Exchanges a refresh token for a new pair of tokens. Refresh tokens stop working when they expire, when their
         *     sign-in is signed out, and when the password changes.
         */
        post: operations["refreshToken"];
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
         * @description Field that a list of shares is sorted by; `id` is the order of creation. Documentation gives an enum. The
         *     server validates nothing: `views`, `downloads` and `remain_downloads` take effect and everything else sorts
         *     by `id`, so does the open-source server for `price`, which is Pro. The cursor always follows `id`, so later pages of
         *     another order may skip or repeat shares. Shares of the same rank come in the order of creation, newest first where the direction is `desc`.
         * @default id
         * @example views
         * @example downloads
         * @example remain_downloads
         * @example id
         * @example price
         * @example
         */
        ShareOrder: string;
        /**
         * @description Direction of a sorted list. Documentation gives an enum; the server validates nothing and reads anything but
         *     `desc` as ascending.
         * @default asc
         * @example asc
         * @example desc
         */
        SortDirection: string;
        /**
         * @description Id of an object: a short hash-id, salted per installation. It encodes the number and the type of the
         *     object, so the id of a user is no id of a share. Of the characters that separate the numbers, `cfhistu` in either case, an id
         *     has one; other texts cannot be decoded.
         * @example g2guA
         */
        HashId: string;
        /**
         * @description Type of the shared object. Documentation states the default 1, yet the server always writes the value.
         *
         *     | Value | Meaning |
         *     | --- | --- |
         *     | 0 | file |
         *     | 1 | folder |
         * @enum {integer}
         */
        ShareSourceType: 0 | 1;
        /**
         * @description Where the picture of a user comes from, an uploaded file or Gravatar.
         * @enum {string}
         */
        AvatarSource: "file" | "gravatar";
        /** @description User group of the owner of a share, in short. */
        ShareOwnerGroup: {
            /** @description Id of the group. */
            id: components["schemas"]["HashId"];
            /** @description Name of the group. */
            name: string;
        };
        /**
         * @description Which share links of a user the profile lists, none for `hide_share`, and all for `all_share` and any other value. The default,
         *     links without a password only, is the empty value, which the server omits; documentation lists it as
         *     `[Empty string]`.
         * @example all_share
         * @example hide_share
         */
        ProfileVisibility: string;
        /**
         * @description Owner of a share, in short. Documentation also lists `disable_view_sync`, as a string; the server never
         *     writes it here.
         */
        ShareOwner: {
            /** @description Id of the user. */
            id: components["schemas"]["HashId"];
            /**
             * Format: email
             * @description E-mail address. Present only for signed-in callers, and only while the site setting
             *     `expose_user_email` is on, which it is by default; documentation shows it without that condition.
             */
            email?: string;
            /** @description Display name. */
            nickname: string;
            /** @description Where the picture comes from; absent if there is none. */
            avatar?: components["schemas"]["AvatarSource"];
            /**
             * Format: date-time
             * @description Time at which the account was created.
             */
            created_at: string;
            /** @description User group. Documentation requires it; the server writes it on `getFileInfo` alone. */
            group?: components["schemas"]["ShareOwnerGroup"];
            /** @description Which share links the profile lists; absent for the default. */
            share_links_in_profile?: components["schemas"]["ProfileVisibility"];
        };
        /**
         * Format: uri
         * @description Short link of a share, `{siteURL}/s/{id}` or `{siteURL}/s/{id}/{password}`. `{siteURL}` is
         *     `http://localhost:5212` by default; the documented samples show `http://localhost:5173`, the development
         *     server of the front end.
         *
         *     The link stands outside `/api/v4`. It answers HTTP 302 to
         *     `/home?path=cloudreve%3A%2F%2F{id}%3A{password}%40share`, checks neither id nor password, appends a query
         *     parameter `path` to the target path and passes other query parameters on. Crawlers of social media get an
         *     HTML preview with HTTP 200 instead.
         * @example http://localhost:5173/s/g2guA
         * @example http://localhost:5173/s/g2guA/gcqzfaze
         */
        ShareUrl: string;
        /**
         * @description Pro only. Permission set on a file or share, padded base64 of a byte string. Flag `n` is bit `n % 8` of
         *     byte `floor(n / 8)`; missing bytes mean false.
         *
         *     | Bit | Permission |
         *     | --- | --- |
         *     | 0 | Read |
         *     | 1 | Update |
         *     | 2 | Create |
         *     | 3 | Delete |
         *
         *     `AQ==` is Read, `BQ==` Read and Create, `Aw==` Read and Update, `Cw==` Read, Update and Delete, `Dw==` all four.
         * @example AQ==
         * @example BQ==
         */
        SharePermissions: string;
        /** @description Pro only. Who has which permission on a share, as an answer states it. */
        SharePermissionSetting: {
            /** @description Permission set of the same group, or null. */
            same_group: components["schemas"]["SharePermissions"] | null;
            /** @description Permission set of everyone. */
            everyone: components["schemas"]["SharePermissions"];
            /** @description Permission set of others, or null. */
            other: components["schemas"]["SharePermissions"] | null;
            /** @description Permission set of anonymous visitors. */
            anonymous: components["schemas"]["SharePermissions"];
            /** @description Permission sets of single groups, by id of the group; empty in every sample. */
            group_explicit: {
                [key: string]: components["schemas"]["SharePermissions"];
            };
            /** @description Permission sets of single users, by id of the user; empty in every sample. */
            user_explicit: {
                [key: string]: components["schemas"]["SharePermissions"];
            };
        };
        /**
         * Format: uri
         * @description URI of a file or folder. Scheme `cloudreve`; host is the file system (`my`, `share`, `shared_with_me` or
         *     `trash`); user part is the id of a user (for `my`) or of a share (for `share`); password part is the
         *     password of the share; the path is percent-encoded.
         * @example cloudreve://my/Inspirations
         * @example cloudreve://bnUn@my/Inspirations
         * @example cloudreve://EBuq:745@share
         */
        FileUri: string;
        /**
         * @description One share link. *Locked* means that `unlocked` is false. The server omits optional fields and never writes
         *     them as null, while documentation calls `is_private`, `share_view`, `show_readme` and
         *     `password_protected` nullable.
         *
         *     Required is what both the documented samples and the server always write; documentation requires only
         *     `id`, `unlocked` and `visited`. The open-source server also always writes `size`. `getFileInfo` with
         *     `extended=true` lists the same objects for the owner, and there `owner` has its `group`.
         */
        Share: {
            /** @description Id of the share. */
            id: components["schemas"]["HashId"];
            /** @description Name of the shared file or folder. Lists show the original name of a trashed item. */
            name: string;
            /** @description Downloads left. Present only where a limit is set and the share is unlocked for the caller. */
            remain_downloads?: number;
            /** @description Number of counted views. */
            visited: number;
            /** @description Number of downloads. Present only if greater than zero and unlocked. */
            downloaded?: number;
            /** @description Pro only. Price in points; absent in the samples of free shares. */
            price?: number;
            /**
             * Format: date-time
             * @description Time of expiry. Present only where one is set and the share is unlocked.
             */
            expires?: string;
            /** @description Whether the caller may use the share. */
            unlocked: boolean;
            /** @description Whether the share has a password; absent if false. */
            password_protected?: boolean;
            /** @description Type of the shared object. */
            source_type: components["schemas"]["ShareSourceType"];
            /** @description Owner of the share, in short. */
            owner: components["schemas"]["ShareOwner"];
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at: string;
            /**
             * @description Whether the expiry has passed or no download is left; in lists also whether the owner is inactive or the
             *     file trashed. Always false on `getShareInfo`, which answers 404 for such a share.
             */
            expired: boolean;
            /** @description Short link; with the password if there is one and the share is unlocked. */
            url: components["schemas"]["ShareUrl"];
            /** @description Pro only, for the owner. Who has which permission; every documented sample has it. */
            permission_setting?: components["schemas"]["SharePermissionSetting"];
            /** @description Whether clients should render `README.md`. Present only if true and unlocked. */
            show_readme?: boolean;
            /**
             * @description Size of the file in bytes, a 64-bit integer; 0 for folders and for locked shares. Always written by the
             *     open-source server, absent from the documented model and samples.
             */
            size?: number;
            /** @description Whether the share has a password. Present only if true and the caller is the owner. */
            is_private?: boolean;
            /**
             * Format: password
             * @description Password of the share. Present only if set and unlocked, for every caller who unlocked the share;
             *     documentation calls it visible to the owner only.
             */
            password?: string;
            /** @description Whether the view settings of the owner are shared. Present only if true and the caller is the owner. */
            share_view?: boolean;
            /**
             * @description URI of the source in the file system of the owner. Present only on `getShareInfo` with
             *     `owner_extended=true`, for the owner. For a single shared file the code path yields the URI of its
             *     parent folder.
             */
            source_uri?: components["schemas"]["FileUri"];
        };
        /** @description Place of a list in the whole. Lists of shares always page by cursor and state no total. */
        Pagination: {
            /** @description Page number of offset pagination, which lists of shares do not use; always 0. */
            page: number;
            /** @description Effective number of items per page. */
            page_size: number;
            /** @description Number of items over all pages. Offset pagination only, so absent from lists of shares. */
            total_items?: number;
            /**
             * @description Cursor of the next page, to send as `next_page_token`: base64 of JSON, such as
             *     `eyJpZCI6Im1LTmxTRCJ9` for `{"id":"mKNlSD"}`. Absent on the last page; documentation requires it.
             */
            next_token?: string;
            /** @description Whether the list pages by cursor; always true for shares. */
            is_cursor: boolean;
        };
        /** @description One page of share links. */
        ShareList: {
            /** @description Share links of this page; null if there are none, where documentation has an array. */
            shares: components["schemas"]["Share"][] | null;
            /** @description Place of this page in the whole list. */
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Success with one page of shares. */
        ShareListSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Page of shares. */
            data: components["schemas"]["ShareList"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /**
         * @description Kind of a failure. Three digits borrow the meaning of an HTTP status, 4xxxx blames the client and 5xxxx the
         *     server. Two codes stand elsewhere, since they are no failure: 0 is success, and 203 (not fully successful,
         *     one-time code or mail activation still needed) has its own schema, `TwoFactorRequired`. There is no 50003.
         *
         *     | Code | Meaning |
         *     | --- | --- |
         *     | -1 | unclassified error (source only) |
         *     | 401 | not logged in |
         *     | 403 | no permission |
         *     | 404 | resource not found |
         *     | 409 | conflict |
         *     | 40001 | parameter error |
         *     | 40002 | upload failed |
         *     | 40003 | folder creation failed |
         *     | 40004 | object already exists |
         *     | 40005 | signature expired |
         *     | 40006 | storage policy not allowed |
         *     | 40007 | user group not allowed |
         *     | 40008 | admin required |
         *     | 40009 | master node not registered |
         *     | 40010 | phone binding required |
         *     | 40011 | upload session expired |
         *     | 40012 | invalid chunk index |
         *     | 40013 | invalid content length |
         *     | 40014 | batch source limit exceeded |
         *     | 40015 | aria2 task limit exceeded |
         *     | 40016 | parent/path does not exist |
         *     | 40017 | user banned |
         *     | 40018 | user not activated |
         *     | 40019 | feature not enabled |
         *     | 40020 | invalid credential |
         *     | 40021 | user not found |
         *     | 40022 | 2FA code error |
         *     | 40023 | login session does not exist |
         *     | 40024 | cannot initialise WebAuthn |
         *     | 40025 | invalid WebAuthn credential |
         *     | 40026 | captcha error |
         *     | 40027 | captcha refresh needed |
         *     | 40028 | failed to send mail |
         *     | 40029 | invalid temporary link |
         *     | 40030 | temporary link expired |
         *     | 40031 | mail provider banned |
         *     | 40032 | mail already used |
         *     | 40033 | mail re-sent |
         *     | 40034 | user cannot be activated |
         *     | 40035 | storage policy does not exist |
         *     | 40036 | cannot delete default policy |
         *     | 40037 | policy still has files |
         *     | 40038 | policy bound to groups |
         *     | 40039 | user group not found |
         *     | 40040 | invalid action on system group |
         *     | 40041 | user group in use |
         *     | 40042 | cannot change default user's group |
         *     | 40043 | invalid action on default user |
         *     | 40044 | file not found |
         *     | 40045 | failed to list files |
         *     | 40046 | invalid action on system node |
         *     | 40047 | failed to create file system |
         *     | 40048 | failed to create task |
         *     | 40049 | file too large |
         *     | 40050 | file type not allowed |
         *     | 40051 | insufficient capacity |
         *     | 40052 | illegal object name |
         *     | 40053 | root protected |
         *     | 40054 | same-name upload in progress |
         *     | 40055 | metadata mismatch |
         *     | 40056 | unsupported archive type |
         *     | 40057 | storage policy changed |
         *     | 40058 | share link not found |
         *     | 40059 | cannot save own share |
         *     | 40060 | slave cannot call back master |
         *     | 40061 | version mismatch |
         *     | 40062 | insufficient credit |
         *     | 40063 | group conflict |
         *     | 40064 | already in this group |
         *     | 40065 | invalid gift code |
         *     | 40066 | account already bound |
         *     | 40067 | account bound to another user |
         *     | 40068 | account not linked |
         *     | 40069 | incorrect password (share) |
         *     | 40070 | share preview disabled |
         *     | 40071 | invalid signature |
         *     | 40072 | admin cannot buy group |
         *     | 40073 | lock conflict |
         *     | 40074 | too many URIs |
         *     | 40075 | lock token expired |
         *     | 40076 | stale version |
         *     | 40077 | entity does not exist |
         *     | 40078 | file is in recycle bin |
         *     | 40079 | file count limit reached |
         *     | 40080 | invalid password (login) |
         *     | 40081 | batch not fully completed |
         *     | 40082 | owner only |
         *     | 40083 | purchase required |
         *     | 40084 | managed account minimum OpenID |
         *     | 40085 | amount too small |
         *     | 40086 | node used by storage policy |
         *     | 40087 | domain not licensed |
         *     | 40088 | anonymous access denied (source only) |
         *     | 40089 | OAuth scope insufficient (source only) |
         *     | 50001 | database failure |
         *     | 50002 | encryption failure |
         *     | 50004 | IO failure |
         *     | 50005 | internal setting error |
         *     | 50006 | cache failure |
         *     | 50007 | callback failure |
         *     | 50008 | setting update failure |
         *     | 50009 | CORS policy failure |
         *     | 50010 | node offline |
         *     | 50011 | metadata query failure |
         *
         *     The list of the manual ends at 40087 and lacks -1, 40088 and 40089, which the source has.
         * @enum {integer}
         */
        ErrorCode: -1 | 401 | 403 | 404 | 409 | 40001 | 40002 | 40003 | 40004 | 40005 | 40006 | 40007 | 40008 | 40009 | 40010 | 40011 | 40012 | 40013 | 40014 | 40015 | 40016 | 40017 | 40018 | 40019 | 40020 | 40021 | 40022 | 40023 | 40024 | 40025 | 40026 | 40027 | 40028 | 40029 | 40030 | 40031 | 40032 | 40033 | 40034 | 40035 | 40036 | 40037 | 40038 | 40039 | 40040 | 40041 | 40042 | 40043 | 40044 | 40045 | 40046 | 40047 | 40048 | 40049 | 40050 | 40051 | 40052 | 40053 | 40054 | 40055 | 40056 | 40057 | 40058 | 40059 | 40060 | 40061 | 40062 | 40063 | 40064 | 40065 | 40066 | 40067 | 40068 | 40069 | 40070 | 40071 | 40072 | 40073 | 40074 | 40075 | 40076 | 40077 | 40078 | 40079 | 40080 | 40081 | 40082 | 40083 | 40084 | 40085 | 40086 | 40087 | 40088 | 40089 | 50001 | 50002 | 50004 | 50005 | 50006 | 50007 | 50008 | 50009 | 50010 | 50011;
        /** @description Failure of one item of a batch, in the envelope of a failed call. */
        ItemFailure: {
            /** @description Kind of the failure. */
            code: components["schemas"]["ErrorCode"];
            /** @description Further detail, which few failures have. */
            data?: unknown;
            /** @description Message for people. */
            msg: string;
            /** @description Internal error text. Present only in debug mode. */
            error?: string;
            /**
             * Format: uuid
             * @description Id of the request in the log of the server.
             */
            correlation_id?: string;
        };
        /**
         * @description Failed call, answered with HTTP 200 like every handled call. Documentation calls `error`,
         *     `correlation_id` and `aggregated_error` nullable and requires `data`; the open-source server omits what is
         *     empty and never writes null. Keys stand on the wire in the order of this schema.
         *
         *     When one error of the server wraps another, `code` is that of the innermost and `msg` that of the outermost:
         *     to share a path that does not exist answers 40016 with `src file not found`.
         * @example {
         *       "code": 40001,
         *       "msg": "Bad Request",
         *       "error": "Bad Request",
         *       "correlation_id": "b4351ecc-ee1a-4455-bc94-2c3dbcc58538"
         *     }
         * @example {
         *       "code": 40081,
         *       "aggregated_error": {
         *         "cloudreve://my/%E6%96%B0%E6%96%87%E4%BB%B6.docx": {
         *           "code": 40016,
         *           "msg": "Path not exist",
         *           "correlation_id": "5b0f5f05-451e-4dcd-9c65-474315dd7d20"
         *         }
         *       },
         *       "msg": "failed to get target file: failed to walk into \"新文件.docx\": Path not exist: ent: file not found",
         *       "correlation_id": "5b0f5f05-451e-4dcd-9c65-474315dd7d20"
         *     }
         */
        Failure: {
            /** @description Kind of the failure. */
            code: components["schemas"]["ErrorCode"];
            /** @description Further detail, which few failures have, such as a lock conflict (40073). */
            data?: unknown;
            /**
             * @description Failures of the single items of a batch, by item. Present only with code 40081, which `createFileUrls`
             *     answers, by the URI of each file.
             */
            aggregated_error?: {
                [key: string]: components["schemas"]["ItemFailure"];
            };
            /** @description Message for people. The text of the manual once calls the field `message`. */
            msg: string;
            /** @description Internal error text. Present only in debug mode. */
            error?: string;
            /**
             * Format: uuid
             * @description Id of the request in the log of the server: the `X-Cr-Correlation-Id` of the request, or else a random
             *     UUID. Absent from failures of the validation of a body or query.
             */
            correlation_id?: string;
        };
        /**
         * @description URI of a file or folder as a request may have it: a `FileUri`, or a text that the server parses to one. Scheme and host are in any case,
         *     spaces and letters of any script need no escapes, `%2F` separates names like a slash. Any other text answers 40001 `unknown uri`.
         * @example cloudreve://my/Inspirations
         * @example cloudreve://my/Sp ace
         */
        FileUriInput: string;
        /** @description Pro only. Who gets which permission on a share, as a request states it. */
        PermissionSetting: {
            /** @description Permission sets of single users, by id of the user. */
            user_explicit?: {
                [key: string]: components["schemas"]["SharePermissions"];
            };
            /** @description Permission sets of single groups, by id of the group. */
            group_explicit?: {
                [key: string]: components["schemas"]["SharePermissions"];
            };
            /** @description Permission set of the same group. */
            same_group?: components["schemas"]["SharePermissions"];
            /** @description Permission set of others. */
            other?: components["schemas"]["SharePermissions"];
            /** @description Permission set of anonymous visitors. */
            anonymous?: components["schemas"]["SharePermissions"];
            /** @description Permission set of everyone. */
            everyone?: components["schemas"]["SharePermissions"];
        };
        /** @description What a new share needs. The server ignores unknown fields and reads null as absent. */
        ShareCreate: {
            /** @description File or folder to share, of the caller's own file system. */
            uri: components["schemas"]["FileUriInput"];
            /** @description Whether the share has a password and stays out of the profile of the owner. False if absent. */
            is_private?: boolean | null;
            /**
             * Format: password
             * @description Password of a private share, at most 32 letters and digits. Absent or empty means eight random
             *     lower-case letters. Validated even where `is_private` is not true and it is unused. The documented
             *     pattern, `^[a-zA-Z0-9]+`, is not anchored at its end and refuses the empty string.
             */
            password?: string | null;
            /**
             * @description Number of downloads after which the link expires. 0, negative or absent means no limit. Missing from
             *     documentation.
             */
            downloads?: number | null;
            /** @description Seconds from now until the link expires. 0, negative or absent means never. */
            expire?: number | null;
            /** @description Whether to share the view settings of the owner. False if absent. */
            share_view?: boolean | null;
            /** @description Whether clients should render `README.md`. False if absent. */
            show_readme?: boolean | null;
            /**
             * @description Pro only. Who gets which permission. Documentation marks it as required, in its text for the Pro edition
             *     only; the open-source server ignores it, whatever it is.
             */
            permissions?: components["schemas"]["PermissionSetting"] | unknown;
            /** @description Pro only. Price in points, an integer; the open-source server ignores it, whatever it is. */
            price?: unknown;
        };
        /** @description Success with the link of a share. */
        ShareUrlSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Short link. The id of the share is not returned separately. */
            data: components["schemas"]["ShareUrl"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description Shares to delete. */
        ShareBatchDelete: {
            /** @description Ids of the shares; an empty list is accepted. */
            ids: components["schemas"]["HashId"][];
        };
        /** @description Success without a result; `data` is absent, although the documented base model requires it. */
        EmptySuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /**
         * @description New settings of a share, which replace the old ones as a whole: a setting that is left out is cleared. The
         *     server ignores unknown fields and reads null as absent.
         */
        ShareEdit: {
            /** @description File or folder that the share already has. */
            uri: components["schemas"]["FileUriInput"];
            /** @description Accepted and ignored, so a private share stays private; not on the documented page. */
            is_private?: boolean | null;
            /**
             * Format: password
             * @description Accepted, validated and ignored, so the password never changes; not on the documented page.
             */
            password?: string | null;
            /**
             * @description Number of downloads after which the link expires. 0, negative or absent clears the limit. Missing from
             *     documentation.
             */
            downloads?: number | null;
            /** @description Seconds from now until the link expires. 0, negative or absent clears the expiry. */
            expire?: number | null;
            /** @description Whether to share the view settings of the owner. Absent clears it. */
            share_view?: boolean | null;
            /** @description Whether clients should render `README.md`. Absent clears it. */
            show_readme?: boolean | null;
            /**
             * @description Pro only. Who gets which permission. Documentation marks it as required, in its text for the Pro edition
             *     only; the open-source server ignores it, whatever it is.
             */
            permissions?: components["schemas"]["PermissionSetting"] | unknown;
            /** @description Pro only. Price in points, an integer; the open-source server ignores it, whatever it is. */
            price?: unknown;
        };
        /** @description Boolean in a query. An empty value is false, and any other text answers 40001 `Parameter error`. */
        Flag: boolean | ("1" | "t" | "T" | "TRUE" | "True" | "0" | "f" | "F" | "FALSE" | "False" | "");
        /** @description Success with one share. */
        ShareSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Share that was asked for; documentation allows null too. */
            data: components["schemas"]["Share"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /**
         * @description URI of a file or folder, as the server reads it: leniently. Scheme and file system count in any case, spaces and
         *     letters beyond ASCII may stand as they are, and `%2F` separates folders as `/` does. For a share it is
         *     `cloudreve://{share id}@share/{path}` or, with a password, `cloudreve://{share id}:{password}@share/{path}`;
         *     a single shared file lies at `/{name}`. Anything that is no such URI answers 40001 `unknown uri`.
         * @example cloudreve://BQUP@share
         * @example cloudreve://g6sp:Pw1@share/a.txt
         */
        FileReference: string;
        /**
         * @description Kind of a file.
         *
         *     | Value | Meaning |
         *     | --- | --- |
         *     | 0 | file |
         *     | 1 | folder |
         * @enum {integer}
         */
        FileType: 0 | 1;
        /**
         * @description What a file system, or a file in it, supports: padded base64 of a byte string. Flag `n` is bit `n % 8` of byte
         *     `floor(n / 8)`; missing bytes mean false.
         *
         *     | Bit | Capability |
         *     | --- | --- |
         *     | 0 | create file |
         *     | 1 | rename file |
         *     | 6 | upload file |
         *     | 7 | download file |
         *     | 8 | update metadata |
         *     | 9 | list children |
         *     | 10 | generate thumbnail |
         *     | 14 | delete file |
         *     | 15 | lock file |
         *     | 16 | move to trash |
         *     | 17 | restore from trash |
         *     | 18 | share |
         *     | 19 | get info |
         *     | 20 | version control |
         *     | 23 | enter folder |
         *     | 24 | modify properties |
         *
         *     A running 4.14.0 writes `gIaYAQ==` inside a share, bits 7, 9, 10, 15, 19, 20, 23 and 24; `w8edAQ==` in `my`;
         *     `gAKA` in `shared_with_me`.
         * @example gIaYAQ==
         */
        FileCapabilities: string;
        /** @description What a folder contains, on all levels. */
        FolderSummary: {
            /** @description Size of all files in bytes, a 64-bit integer. */
            size: number;
            /** @description Number of files. */
            files: number;
            /** @description Number of folders. */
            folders: number;
            /** @description Whether everything was counted; false where the folder contains too much. */
            completed: boolean;
            /**
             * Format: date-time
             * @description Time of the calculation, whose result may be kept.
             */
            calculated_at: string;
        };
        /**
         * @description How files are stored. Documentation also lists `weight` and `children`, for load balancing. Optional fields are
         *     absent if empty.
         */
        StoragePolicy: {
            /** @description Id of the policy. */
            id: components["schemas"]["HashId"];
            /** @description Name for people. */
            name: string;
            /** @description File name extensions that may be uploaded, without the dot. */
            allowed_suffix?: string[];
            /** @description File name extensions that may not be uploaded, without the dot. */
            denied_suffix?: string[];
            /** @description Regular expression that names of uploaded files have to match. */
            allowed_name_regexp?: string;
            /** @description Regular expression that names of uploaded files may not match. */
            denied_name_regexp?: string;
            /**
             * @description Kind of the storage.
             * @enum {string}
             */
            type: "local" | "qiniu" | "upyun" | "oss" | "cos" | "s3" | "onedrive" | "remote" | "obs" | "load_balance" | "ks3";
            /** @description Largest size of a file in bytes; 0 for no limit. */
            max_size: number;
            /** @description Whether uploads pass through the server. */
            relay?: boolean;
            /** @description Number of chunks to upload at a time. */
            chunk_concurrency?: number;
        };
        /** @description Stored content of a file. */
        FileEntity: {
            /** @description Id of the content. */
            id: components["schemas"]["HashId"];
            /** @description Size in bytes, a 64-bit integer. */
            size: number;
            /**
             * @description Kind of the content; 0 is a version of the file.
             * @enum {integer}
             */
            type: 0 | 1 | 2;
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at: string;
            /** @description Storage policy that it was stored by. */
            storage_policy?: components["schemas"]["StoragePolicy"];
            /** @description User who created it. */
            created_by?: components["schemas"]["ShareOwner"];
        };
        /** @description Permanent address of a file, without sign-in. */
        DirectLink: {
            /** @description Id of the link. */
            id: components["schemas"]["HashId"];
            /**
             * Format: uri
             * @description Address of the file.
             */
            url: string;
            /** @description Number of downloads. */
            downloaded: number;
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at: string;
        };
        /** @description More about a file. Documentation also lists `permissions`, a setting of the Pro edition. */
        FileExtendedInfo: {
            /** @description Preferred storage policy; absent if none is set. */
            storage_policy?: components["schemas"]["StoragePolicy"];
            /** @description Pro only. Whether a folder has its storage policy from a folder above. */
            storage_policy_inherited?: boolean;
            /** @description Bytes that all versions take, a 64-bit integer. */
            storage_used: number;
            /** @description Share links of the file, oldest first and unlocked, with the group of the owner. Present only for the owner, and if there are any. */
            shares?: components["schemas"]["Share"][];
            /** @description Contents that the file refers to, such as its versions; absent if there are none. */
            entities?: components["schemas"]["FileEntity"][];
            /** @description Direct links to the file; absent if there are none. */
            direct_links?: components["schemas"]["DirectLink"][];
        };
        /**
         * @description One file or folder. The server omits what is empty or false; documentation requires `owned` and calls
         *     `capability`, `primary_entity`, `extended_info` and `folder_summary` nullable.
         */
        FileInfo: {
            /** @description Kind of the file. */
            type: components["schemas"]["FileType"];
            /** @description Id of the file. */
            id: components["schemas"]["HashId"];
            /** @description Name of the file; empty for the root of a file system, a UUID in the trash. */
            name: string;
            /** @description Pro only. Permissions of the caller, null for all; the open-source server lacks the field. */
            permission?: string | null;
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of the last change.
             */
            updated_at: string;
            /** @description Size in bytes of the current version, a 64-bit integer; 0 for folders. */
            size: number;
            /** @description Metadata by key. Null for the `parent` of a list, although documentation has an object. */
            metadata: {
                [key: string]: string;
            } | null;
            /** @description URI of the file, with the password of the share if it has one. */
            path: components["schemas"]["FileUri"];
            /** @description Whether the file has share links; absent if false, and inside a share. */
            shared?: boolean;
            /** @description What can be done with the file where it lies. */
            capability?: components["schemas"]["FileCapabilities"];
            /** @description Whether the caller owns the file; absent if false, although documentation requires it. */
            owned?: boolean;
            /** @description Id of the content of the current version. Empty files and folders share one id. */
            primary_entity?: components["schemas"]["HashId"];
            /** @description What the folder contains. Present only if asked for. */
            folder_summary?: components["schemas"]["FolderSummary"];
            /** @description More about the file. Present only if asked for. */
            extended_info?: components["schemas"]["FileExtendedInfo"];
        };
        /**
         * @description Place of a page in a folder. A share of a single file has `page_size` 0 and no cursor. Documentation requires
         *     `next_token`.
         */
        FilePagination: {
            /** @description Page number of offset pagination; otherwise 0. */
            page: number;
            /** @description Effective number of items per page. */
            page_size: number;
            /** @description Number of items over all pages; offset pagination only. */
            total_items?: number;
            /** @description Cursor of the next page, to send as `next_page_token`; absent on the last page. */
            next_token?: string;
            /** @description Whether the list pages by cursor; absent if false. */
            is_cursor?: boolean;
        };
        /** @description What a file system supports. */
        FileSystemProps: {
            /** @description What can be done in it. */
            capability: components["schemas"]["FileCapabilities"];
            /** @description Largest `page_size`; a larger one counts as this. */
            max_page_size: number;
            /** @description Values of `order_by`. */
            order_by_options: string[];
            /** @description Values of `order_direction`. */
            order_direction_options: string[];
        };
        /** @description Column of a list of files. */
        ExplorerColumn: {
            /** @description Kind of the column, defined by the front end. */
            type: number;
            /** @description Width in pixels, or null for the default. */
            width?: number | null;
            /** @description Settings of the column. */
            props?: {
                /** @description Key of the metadata that the column shows. */
                metadata_key?: string | null;
            } | null;
        };
        /** @description How a folder is shown. */
        ExplorerView: {
            /** @description Items per page, as asked for. Documentation has a minimum of 50; a running 4.14.0 wrote 20. */
            page_size: number;
            /** @description Field to sort by; absent if empty. */
            order?: string;
            /**
             * @description Direction to sort in; absent if empty.
             * @enum {string}
             */
            order_direction?: "asc" | "desc";
            /**
             * @description Kind of the view.
             * @enum {string}
             */
            view?: "list" | "grid" | "gallery";
            /** @description Whether a grid shows thumbnails. */
            thumbnail?: boolean;
            /** @description Width of an item of a gallery. */
            gallery_width?: number;
            /** @description Columns of a list. */
            columns?: components["schemas"]["ExplorerColumn"][];
        };
        /** @description One page of a folder. */
        FilePage: {
            /** @description Folders, then files, of this page. */
            files: components["schemas"]["FileInfo"][];
            /** @description Folder that is listed; for a single shared file, the folder that the file lies in. */
            parent: components["schemas"]["FileInfo"];
            /** @description Place of this page in the whole folder. */
            pagination: components["schemas"]["FilePagination"];
            /** @description What the file system supports. */
            props: components["schemas"]["FileSystemProps"];
            /**
             * Format: uuid
             * @description Value for the header `X-Cr-Context-Hint`, which speeds up calls for what was just listed.
             */
            context_hint: string;
            /** @description Whether a search gave up on deeper folders; absent if false. */
            recursion_limit_reached?: boolean;
            /** @description Whether folders and files are mixed, as in the result of a search. */
            mixed_type: boolean;
            /** @description Whether the share is a single file, to be shown as such; absent if false. */
            single_file_view?: boolean;
            /** @description Storage policy of new files in the folder. */
            storage_policy?: components["schemas"]["StoragePolicy"];
            /** @description How the owner looks at the folder. Present for the owner, and in a share with `share_view`. */
            view?: components["schemas"]["ExplorerView"];
        };
        /** @description Success with one page of a folder. */
        FilePageSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Page of the folder. */
            data: components["schemas"]["FilePage"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description Success with one file. */
        FileInfoSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description File that was asked for. */
            data: components["schemas"]["FileInfo"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description Files to get addresses of. The server ignores unknown fields and reads null as absent. */
        FileUrlRequest: {
            /** @description Files, of a share or the caller's own. An empty list passes, where documentation asks for one item. */
            uris: components["schemas"]["FileReference"][];
            /** @description Whether the content is to be saved rather than shown. False if absent. */
            download?: boolean | null;
            /** @description Whether to answer with HTTP 302 to the address. Works for a single URI only. */
            redirect?: boolean | null;
            /** @description Id of the content to take in place of the current version. Works for a single URI only. */
            entity?: string | null;
            /** @description Whether to use the first address of the site rather than the one that was called. */
            use_primary_site_url?: boolean | null;
            /** @description Whether to leave failures out rather than fail as a whole. */
            skip_error?: boolean | null;
            /** @description Whether to get the address of one archive of all files, which the group of the caller must permit (bit 4). */
            archive?: boolean | null;
            /** @description Whether to make a new address where an earlier one is still valid. */
            no_cache?: boolean | null;
        };
        /** @description Temporary address of a file. */
        FileUrl: {
            /**
             * Format: uri
             * @description Address of the content, `{siteURL}/api/v4/file/content/{entity}/{speed}/{name}?sign={signature}` with
             *     `download=true` before the signature if that was asked for, or of an archive,
             *     `{siteURL}/api/v4/file/archive/{id}/archive.zip?sign={signature}`.
             */
            url: string;
            /** @description Name to save the content under, where clients have to see to that; absent if empty. */
            stream_saver_display_name?: string;
        };
        /** @description Temporary addresses of files, which need no sign-in. */
        FileUrls: {
            /** @description Address of each file, in the order of the URIs; a single one for an archive. */
            urls: components["schemas"]["FileUrl"][];
            /**
             * Format: date-time
             * @description Time at which the first address stops working: an hour from now, ten minutes for an archive. Null for no
             *     addresses.
             */
            expires: string | null;
        };
        /** @description Success with addresses of files. */
        FileUrlsSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Addresses and their expiry. */
            data: components["schemas"]["FileUrls"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description What others see of a user. Documentation requires `avatar`, which its own sample lacks. */
        PublicUser: {
            /** @description Id of the user. */
            id: components["schemas"]["HashId"];
            /**
             * Format: email
             * @description E-mail address. Present only for signed-in callers.
             */
            email?: string;
            /** @description Display name. */
            nickname: string;
            /** @description Where the picture comes from; absent if there is none. */
            avatar?: components["schemas"]["AvatarSource"];
            /**
             * Format: date-time
             * @description Time at which the account was created.
             */
            created_at: string;
            /** @description User group. */
            group: components["schemas"]["ShareOwnerGroup"];
            /** @description Which share links the profile lists; absent for the default. */
            share_links_in_profile?: components["schemas"]["ProfileVisibility"];
        };
        /** @description Success with one user. */
        PublicUserSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description User that was asked for. */
            data: components["schemas"]["PublicUser"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /**
         * @description Pro only. Kind of abuse.
         *
         *     | Value | Meaning |
         *     | --- | --- |
         *     | 0 | copyright infringement |
         *     | 1 | harmful content |
         *     | 2 | spam |
         *     | 3 | other |
         * @enum {integer}
         */
        AbuseCategory: 0 | 1 | 2 | 3;
        /** @description Pro only. Report of abuse, of a share or of a user but not of both. */
        AbuseReport: {
            /** @description Kind of abuse. */
            category: components["schemas"]["AbuseCategory"];
            /** @description Share to report. Must be omitted if `user_id` is set. */
            share_id?: components["schemas"]["HashId"] | null;
            /** @description User to report. Must be omitted if `share_id` is set. */
            user_id?: components["schemas"]["HashId"] | null;
            /** @description For shares, URI of the folder in which the report was made. */
            file_uri?: components["schemas"]["FileUri"] | null;
            /** @description What is wrong, at most 512 characters. */
            description?: string | null;
            /** @description Answer to the captcha, where the site demands one. */
            captcha?: string | null;
            /** @description Ticket of the captcha, where the site demands one. */
            ticket?: string | null;
        };
        /** @description Success with the version of the server. */
        VersionSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Version; the Pro edition adds `-pro`. */
            data: string;
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description Ways in which an account can sign in. */
        SignInMethods: {
            /** @description Whether passkeys work. */
            webauthn_enabled?: boolean;
            /** @description Pro only. Whether single sign-on works. */
            sso_enabled?: boolean;
            /** @description Whether a password works. */
            password_enabled: boolean;
            /** @description Pro only. Whether Tencent QQ works. */
            qq_enabled?: boolean;
        };
        /** @description Success with the ways to sign in. */
        SignInMethodsSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Ways to sign in. */
            data: components["schemas"]["SignInMethods"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description E-mail address and password of a user. */
        PasswordSignIn: {
            /**
             * @description E-mail address of the user, in any case. Letters of any script and a quoted local part are accepted, a host without a dot and an
             *     address literal are not.
             */
            email: string;
            /**
             * Format: password
             * @description Password of the user, 4 to 128 characters; documentation states no limits.
             */
            password: string;
            /** @description Answer to the captcha. Needed only where the site demands one at sign-in, which is off by default. */
            captcha?: string | null;
            /** @description Ticket of the captcha. Needed only where the site demands one at sign-in, which is off by default. */
            ticket?: string | null;
        };
        /**
         * @description Status of a user.
         * @enum {string}
         */
        UserStatus: "active" | "inactive" | "manual_banned" | "sys_banned";
        /**
         * @description Permission set of a user group, padded base64 of a byte string. Flag `n` is bit `n % 8` of byte
         *     `floor(n / 8)`; missing bytes mean false.
         *
         *     | Bit | Permission | Edition |
         *     | --- | --- | --- |
         *     | 0 | administrator | both |
         *     | 1 | anonymous group | both |
         *     | 2 | share files, which creating and editing shares needs | both |
         *     | 3 | use WebDAV | both |
         *     | 4 | server-side batch download | both |
         *     | 5 | archive tasks | both |
         *     | 6 | WebDAV proxy | both |
         *     | 7 | download shares of others | both |
         *     | 8 | download shares free of charge | Pro only; placeholder in open source |
         *     | 9 | remote download | both |
         *     | 10 | relocate storage policy | Pro only; placeholder in open source |
         *     | 11 | redirected direct link | unused in open source |
         *     | 12 | advanced delete options | both |
         *     | 13 | choose node for tasks | Pro only; placeholder in open source |
         *     | 14 | higher share permissions for anonymous users | Pro only; placeholder in open source |
         *     | 15 | explicit user setting | placeholder, source only |
         *     | 16 | ignore file ownership | unused, source only |
         *     | 17 | unique redirect direct link | source only |
         *
         *     `/f8B` is bit 0 and bits 2 to 16.
         * @example /f8B
         */
        GroupPermissions: string;
        /** @description User group of a signed-in user. */
        UserGroup: {
            /** @description Id of the group. */
            id: components["schemas"]["HashId"];
            /** @description Name of the group. */
            name: string;
            /** @description Permission set of the group; absent if empty. */
            permission?: components["schemas"]["GroupPermissions"];
            /** @description Batch size of direct links; absent if zero. */
            direct_link_batch_size?: number;
            /** @description Seconds that a trashed file is kept; absent if zero. */
            trash_retention?: number;
        };
        /** @description Folder that a user pinned to the sidebar. */
        Pin: {
            /** @description URI of the pinned folder. */
            uri: components["schemas"]["FileUri"];
            /** @description Name of the pin, if the user gave one. */
            name?: string;
        };
        /** @description Signed-in user. The server omits optional fields that are empty or false. */
        User: {
            /** @description Id of the user. */
            id: components["schemas"]["HashId"];
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
            /** @description Display name. */
            nickname: string;
            /** @description Status of the account. */
            status?: components["schemas"]["UserStatus"];
            /** @description Where the picture comes from; absent if there is none. */
            avatar?: components["schemas"]["AvatarSource"];
            /**
             * Format: date-time
             * @description Time at which the account was created.
             */
            created_at: string;
            /** @description Theme that the user prefers. */
            preferred_theme?: string;
            /** @description Whether the user is the anonymous one; absent if false. */
            anonymous?: boolean;
            /** @description Pro only. Points of the user. */
            credit?: number;
            /** @description User group. */
            group?: components["schemas"]["UserGroup"];
            /** @description Folders pinned to the sidebar; the name is spelled as the server spells it. */
            pined?: components["schemas"]["Pin"][];
            /** @description Language that the user prefers, such as `en-US`. */
            language?: string;
            /** @description Whether the synchronisation of view settings is off; absent if false. */
            disable_view_sync?: boolean;
            /** @description Which share links the profile lists; absent for the default. */
            share_links_in_profile?: components["schemas"]["ProfileVisibility"];
        };
        /**
         * @description JSON Web Token, signed with HS256. Claims: `token_type` (`access` or `refresh`), `sub` (id of the user),
         *     `exp`, `nbf`; refresh tokens add `state_hash` and `root_token_id`; OAuth tokens add `client_id` and
         *     `scopes`.
         */
        Jwt: string;
        /** @description Access token and refresh token. */
        TokenPair: {
            /** @description Access token, to send as `Authorization` header. */
            access_token: components["schemas"]["Jwt"];
            /** @description Refresh token, to get the next pair with. */
            refresh_token: components["schemas"]["Jwt"];
            /**
             * Format: date-time
             * @description Time at which the access token expires, by default 3600 seconds after its issue.
             */
            access_expires: string;
            /**
             * Format: date-time
             * @description Time at which the refresh token expires, by default 1209600 seconds (14 days) after its issue; the
             *     documented samples show an older default of about 180 days.
             */
            refresh_expires: string;
        };
        /** @description Result of a finished sign-in. */
        SignedInUser: {
            /** @description User who signed in. */
            user: components["schemas"]["User"];
            /** @description Tokens of the sign-in. */
            token: components["schemas"]["TokenPair"];
        };
        /** @description Success with a signed-in user. */
        SignInSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description User and tokens. */
            data: components["schemas"]["SignedInUser"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description Password accepted, one-time code still needed. */
        TwoFactorRequired: {
            /**
             * @description Outcome; 203 means that the sign-in is not finished.
             * @constant
             */
            code: 203;
            /**
             * Format: uuid
             * @description Id of the pending sign-in, to send as `session_id` to `finishTwoFactorSignIn`.
             */
            data: string;
            /** @description Message for people; empty. */
            msg: string;
        };
        /** @description Refresh token to exchange or to revoke. */
        RefreshTokenRequest: {
            /** @description Refresh token of a sign-in or of the last refresh. */
            refresh_token: string;
        };
        /** @description Success of a sign-out. */
        SignOutSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description Where to go next; the empty string in the open-source edition. */
            data: "" | string;
            /** @description Message for people; empty on success. */
            msg: string;
        };
        /** @description Second step of a sign-in. */
        TwoFactorSignIn: {
            /** @description One-time code. Documentation calls the field `opt`, which the server does not read. */
            otp: string;
            /** @description Id of the pending sign-in, a UUID, the `data` of code 203. It lives 600 seconds. Any other text answers 404 `Session not found`. */
            session_id: string;
        };
        /** @description Success with a new pair of tokens. */
        TokenPairSuccess: {
            /**
             * @description Outcome; 0 means success.
             * @constant
             */
            code: 0;
            /** @description New pair of tokens. */
            data: components["schemas"]["TokenPair"];
            /** @description Message for people; empty on success. */
            msg: string;
        };
    };
    responses: never;
    parameters: {
        /**
         * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
         *     other text, and for the nil UUID, that is a random one.
         * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
         */
        correlationId: string;
        /**
         * @description Share links per page, 10 to 100.
         * @example 10
         */
        pageSize: number;
        /**
         * @description Field to sort by, or the empty string for the default. Documentation gives an enum; the server validates
         *     nothing and sorts by `id` for anything but `views`, `downloads` and `remain_downloads`.
         * @example id
         */
        orderBy: components["schemas"]["ShareOrder"];
        /**
         * @description Direction to sort in. Documentation gives an enum; the server validates nothing and sorts ascending for
         *     anything but `desc`.
         * @example asc
         */
        orderDirection: components["schemas"]["SortDirection"];
        /**
         * @description Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
         * @example eyJpZCI6Im1LTmxTRCJ9
         */
        nextPageToken: string;
        /**
         * @description Id of the share.
         * @example g2guA
         */
        shareId: components["schemas"]["HashId"];
        /**
         * @description Id of the share, as its link carries it.
         * @example g2guA
         */
        linkId: components["schemas"]["HashId"];
        /**
         * @description Password of the share; empty if absent. The owner never needs it.
         * @example gcqzfaze
         */
        sharePassword: string;
        /**
         * @description Whether to count this call as a view, of a locked share too.
         * @example true
         */
        countViews: components["schemas"]["Flag"];
        /**
         * @description Whether the owner gets `source_uri`.
         * @example true
         */
        ownerExtended: components["schemas"]["Flag"];
        /**
         * @description Pro only. Ticket with which an anonymous buyer opens a paid link. The open-source server defines the name
         *     and never reads it.
         * @example 1f63aa26-edc0-40ce-950a-cb4d4323158e
         */
        purchaseTicket: string;
        /**
         * @description URI of the folder, or of a share. Search conditions, which it may carry as a query, are no part of this contract.
         * @example cloudreve://g2guA:gcqzfaze@share
         */
        fileUri: components["schemas"]["FileReference"];
        /**
         * @description Page of offset pagination, which lists of folders do not use. Documentation requires it.
         * @example 0
         */
        filePage: number;
        /**
         * @description Files per page; 100 if absent, zero or negative, and no more than `max_page_size`. Documentation requires it.
         * @example 20
         */
        filePageSize: number;
        /**
         * @description Field to sort by, one of `order_by_options`. The server validates nothing and sorts in order of creation for
         *     anything but `name`, `size` and `updated_at`. Folders always come before files.
         * @example name
         */
        fileOrderBy: string;
        /**
         * @description Direction to sort in. The server validates nothing and sorts ascending for anything but `desc`.
         * @example asc
         */
        fileOrderDirection: string;
        /**
         * @description Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
         * @example eyJpZCI6IkZ3dnBJViJ9
         */
        fileNextPageToken: string;
        /**
         * @description URI of the file; needed, since the `id` that documentation offers instead is no part of this contract.
         * @example cloudreve://g2guA:gcqzfaze@share/test_folder
         */
        fileInfoUri: components["schemas"]["FileReference"];
        /**
         * @description Whether to answer `extended_info`.
         * @example true
         */
        fileExtended: components["schemas"]["Flag"];
        /**
         * @description Whether to answer `folder_summary` of a folder, which only its owner and administrators get: others are answered
         *     40082.
         * @example false
         */
        folderSummary: components["schemas"]["Flag"];
        /**
         * @description The `context_hint` of a list, to speed up calls for what it listed.
         * @example 17e8f2d2-5c2a-4aa0-aeea-db105040e272
         */
        contextHint: string;
        /**
         * @description Id of the content, the `primary_entity` of the file.
         * @example 2Au4
         */
        entityId: components["schemas"]["HashId"];
        /**
         * @description Limit on the speed in bytes per second; 0 for none.
         * @example 0
         */
        downloadSpeed: number;
        /**
         * @description Name of the file; its ending chooses the media type.
         * @example a.txt
         */
        contentName: string;
        /**
         * @description Signature over the path and the time at which it expires, `{base64url}:{unix seconds}`. Without a valid one the
         *     answer is 40071.
         * @example 8Zl5Fej_U6tBXMZfkDVcWXag72eLytP-RomcLcfJozM=:1795965685
         */
        contentSignature: string;
        /**
         * @description Whether to ask browsers to save the content rather than show it; any value but an empty one counts.
         * @example true
         */
        contentDownload: string;
        /**
         * @description Id of the user. Documentation names the parameter `user-id`.
         * @example lpua
         */
        userId: components["schemas"]["HashId"];
        /**
         * @description E-mail address of the account.
         * @example user@cloudreve.org
         */
        signInEmail: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Caching that the server allows, the same on every answer under `/api/v4` but for failures of the check of the token (40020, 404 and 50001),
         *     which come before the header is set.
         * @example private, no-cache
         */
        CacheControl: "private, no-cache";
        /**
         * @description Address of the content.
         * @example http://localhost:5212/api/v4/file/content/l7U5/0/report.pdf?download=true&sign=uYRFtYykh7UJC3_q-XsYBp_ZKIQU6drpEi36y24R860%3D%3A1795965685
         */
        FileLocation: string;
        /**
         * @description Caching that the server allows, a day for content and none for failures.
         * @example public, max-age=86400
         */
        ContentCacheControl: "public, max-age=86400" | "private, no-cache";
        /**
         * @description Asks browsers to save the content, under the name of the file. Present only with `download`; the second name only
         *     where the first cannot be written in ASCII.
         * @example attachment; filename="report.pdf"
         */
        ContentDisposition: string;
    };
    pathItems: never;
}
export type ShareOrder = components['schemas']['ShareOrder'];
export type SortDirection = components['schemas']['SortDirection'];
export type HashId = components['schemas']['HashId'];
export type ShareSourceType = components['schemas']['ShareSourceType'];
export type AvatarSource = components['schemas']['AvatarSource'];
export type ShareOwnerGroup = components['schemas']['ShareOwnerGroup'];
export type ProfileVisibility = components['schemas']['ProfileVisibility'];
export type ShareOwner = components['schemas']['ShareOwner'];
export type ShareUrl = components['schemas']['ShareUrl'];
export type SharePermissions = components['schemas']['SharePermissions'];
export type SharePermissionSetting = components['schemas']['SharePermissionSetting'];
export type FileUri = components['schemas']['FileUri'];
export type Share = components['schemas']['Share'];
export type Pagination = components['schemas']['Pagination'];
export type ShareList = components['schemas']['ShareList'];
export type ShareListSuccess = components['schemas']['ShareListSuccess'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ItemFailure = components['schemas']['ItemFailure'];
export type Failure = components['schemas']['Failure'];
export type FileUriInput = components['schemas']['FileUriInput'];
export type PermissionSetting = components['schemas']['PermissionSetting'];
export type ShareCreate = components['schemas']['ShareCreate'];
export type ShareUrlSuccess = components['schemas']['ShareUrlSuccess'];
export type ShareBatchDelete = components['schemas']['ShareBatchDelete'];
export type EmptySuccess = components['schemas']['EmptySuccess'];
export type ShareEdit = components['schemas']['ShareEdit'];
export type Flag = components['schemas']['Flag'];
export type ShareSuccess = components['schemas']['ShareSuccess'];
export type FileReference = components['schemas']['FileReference'];
export type FileType = components['schemas']['FileType'];
export type FileCapabilities = components['schemas']['FileCapabilities'];
export type FolderSummary = components['schemas']['FolderSummary'];
export type StoragePolicy = components['schemas']['StoragePolicy'];
export type FileEntity = components['schemas']['FileEntity'];
export type DirectLink = components['schemas']['DirectLink'];
export type FileExtendedInfo = components['schemas']['FileExtendedInfo'];
export type FileInfo = components['schemas']['FileInfo'];
export type FilePagination = components['schemas']['FilePagination'];
export type FileSystemProps = components['schemas']['FileSystemProps'];
export type ExplorerColumn = components['schemas']['ExplorerColumn'];
export type ExplorerView = components['schemas']['ExplorerView'];
export type FilePage = components['schemas']['FilePage'];
export type FilePageSuccess = components['schemas']['FilePageSuccess'];
export type FileInfoSuccess = components['schemas']['FileInfoSuccess'];
export type FileUrlRequest = components['schemas']['FileUrlRequest'];
export type FileUrl = components['schemas']['FileUrl'];
export type FileUrls = components['schemas']['FileUrls'];
export type FileUrlsSuccess = components['schemas']['FileUrlsSuccess'];
export type PublicUser = components['schemas']['PublicUser'];
export type PublicUserSuccess = components['schemas']['PublicUserSuccess'];
export type AbuseCategory = components['schemas']['AbuseCategory'];
export type AbuseReport = components['schemas']['AbuseReport'];
export type VersionSuccess = components['schemas']['VersionSuccess'];
export type SignInMethods = components['schemas']['SignInMethods'];
export type SignInMethodsSuccess = components['schemas']['SignInMethodsSuccess'];
export type PasswordSignIn = components['schemas']['PasswordSignIn'];
export type UserStatus = components['schemas']['UserStatus'];
export type GroupPermissions = components['schemas']['GroupPermissions'];
export type UserGroup = components['schemas']['UserGroup'];
export type Pin = components['schemas']['Pin'];
export type User = components['schemas']['User'];
export type Jwt = components['schemas']['Jwt'];
export type TokenPair = components['schemas']['TokenPair'];
export type SignedInUser = components['schemas']['SignedInUser'];
export type SignInSuccess = components['schemas']['SignInSuccess'];
export type TwoFactorRequired = components['schemas']['TwoFactorRequired'];
export type RefreshTokenRequest = components['schemas']['RefreshTokenRequest'];
export type SignOutSuccess = components['schemas']['SignOutSuccess'];
export type TwoFactorSignIn = components['schemas']['TwoFactorSignIn'];
export type TokenPairSuccess = components['schemas']['TokenPairSuccess'];
export type ParameterCorrelationId = components['parameters']['correlationId'];
export type ParameterPageSize = components['parameters']['pageSize'];
export type ParameterOrderBy = components['parameters']['orderBy'];
export type ParameterOrderDirection = components['parameters']['orderDirection'];
export type ParameterNextPageToken = components['parameters']['nextPageToken'];
export type ParameterShareId = components['parameters']['shareId'];
export type ParameterLinkId = components['parameters']['linkId'];
export type ParameterSharePassword = components['parameters']['sharePassword'];
export type ParameterCountViews = components['parameters']['countViews'];
export type ParameterOwnerExtended = components['parameters']['ownerExtended'];
export type ParameterPurchaseTicket = components['parameters']['purchaseTicket'];
export type ParameterFileUri = components['parameters']['fileUri'];
export type ParameterFilePage = components['parameters']['filePage'];
export type ParameterFilePageSize = components['parameters']['filePageSize'];
export type ParameterFileOrderBy = components['parameters']['fileOrderBy'];
export type ParameterFileOrderDirection = components['parameters']['fileOrderDirection'];
export type ParameterFileNextPageToken = components['parameters']['fileNextPageToken'];
export type ParameterFileInfoUri = components['parameters']['fileInfoUri'];
export type ParameterFileExtended = components['parameters']['fileExtended'];
export type ParameterFolderSummary = components['parameters']['folderSummary'];
export type ParameterContextHint = components['parameters']['contextHint'];
export type ParameterEntityId = components['parameters']['entityId'];
export type ParameterDownloadSpeed = components['parameters']['downloadSpeed'];
export type ParameterContentName = components['parameters']['contentName'];
export type ParameterContentSignature = components['parameters']['contentSignature'];
export type ParameterContentDownload = components['parameters']['contentDownload'];
export type ParameterUserId = components['parameters']['userId'];
export type ParameterSignInEmail = components['parameters']['signInEmail'];
export type HeaderCacheControl = components['headers']['CacheControl'];
export type HeaderFileLocation = components['headers']['FileLocation'];
export type HeaderContentCacheControl = components['headers']['ContentCacheControl'];
export type HeaderContentDisposition = components['headers']['ContentDisposition'];
export type $defs = Record<string, never>;
export interface operations {
    listMyShares: {
        parameters: {
            query: {
                /**
                 * @description Share links per page, 10 to 100.
                 * @example 10
                 */
                page_size: components["parameters"]["pageSize"];
                /**
                 * @description Field to sort by, or the empty string for the default. Documentation gives an enum; the server validates
                 *     nothing and sorts by `id` for anything but `views`, `downloads` and `remain_downloads`.
                 * @example id
                 */
                order_by?: components["parameters"]["orderBy"];
                /**
                 * @description Direction to sort in. Documentation gives an enum; the server validates nothing and sorts ascending for
                 *     anything but `desc`.
                 * @example asc
                 */
                order_direction?: components["parameters"]["orderDirection"];
                /**
                 * @description Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
                 * @example eyJpZCI6Im1LTmxTRCJ9
                 */
                next_page_token?: components["parameters"]["nextPageToken"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Page of share links on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareListSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    createShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareCreate"];
            };
        };
        responses: {
            /** @description Link of the new share on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareUrlSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    deleteShares: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareBatchDelete"];
            };
        };
        responses: {
            /** @description Success without a result, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptySuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    editShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the share.
                 * @example g2guA
                 */
                id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareEdit"];
            };
        };
        responses: {
            /** @description Link of the share on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareUrlSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    deleteShare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the share.
                 * @example g2guA
                 */
                id: components["parameters"]["shareId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success without a result, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptySuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    getShareInfo: {
        parameters: {
            query?: {
                /**
                 * @description Password of the share; empty if absent. The owner never needs it.
                 * @example gcqzfaze
                 */
                password?: components["parameters"]["sharePassword"];
                /**
                 * @description Whether to count this call as a view, of a locked share too.
                 * @example true
                 */
                count_views?: components["parameters"]["countViews"];
                /**
                 * @description Whether the owner gets `source_uri`.
                 * @example true
                 */
                owner_extended?: components["parameters"]["ownerExtended"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
                /**
                 * @description Pro only. Ticket with which an anonymous buyer opens a paid link. The open-source server defines the name
                 *     and never reads it.
                 * @example 1f63aa26-edc0-40ce-950a-cb4d4323158e
                 */
                "X-Cr-Purchase-Ticket"?: components["parameters"]["purchaseTicket"];
            };
            path: {
                /**
                 * @description Id of the share, as its link carries it.
                 * @example g2guA
                 */
                id: components["parameters"]["linkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Share on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    listFiles: {
        parameters: {
            query: {
                /**
                 * @description URI of the folder, or of a share. Search conditions, which it may carry as a query, are no part of this contract.
                 * @example cloudreve://g2guA:gcqzfaze@share
                 */
                uri: components["parameters"]["fileUri"];
                /**
                 * @description Page of offset pagination, which lists of folders do not use. Documentation requires it.
                 * @example 0
                 */
                page?: components["parameters"]["filePage"];
                /**
                 * @description Files per page; 100 if absent, zero or negative, and no more than `max_page_size`. Documentation requires it.
                 * @example 20
                 */
                page_size?: components["parameters"]["filePageSize"];
                /**
                 * @description Field to sort by, one of `order_by_options`. The server validates nothing and sorts in order of creation for
                 *     anything but `name`, `size` and `updated_at`. Folders always come before files.
                 * @example name
                 */
                order_by?: components["parameters"]["fileOrderBy"];
                /**
                 * @description Direction to sort in. The server validates nothing and sorts ascending for anything but `desc`.
                 * @example asc
                 */
                order_direction?: components["parameters"]["fileOrderDirection"];
                /**
                 * @description Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
                 * @example eyJpZCI6IkZ3dnBJViJ9
                 */
                next_page_token?: components["parameters"]["fileNextPageToken"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
                /**
                 * @description Pro only. Ticket with which an anonymous buyer opens a paid link. The open-source server defines the name
                 *     and never reads it.
                 * @example 1f63aa26-edc0-40ce-950a-cb4d4323158e
                 */
                "X-Cr-Purchase-Ticket"?: components["parameters"]["purchaseTicket"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Page of the folder on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePageSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    getFileInfo: {
        parameters: {
            query?: {
                /**
                 * @description URI of the file; needed, since the `id` that documentation offers instead is no part of this contract.
                 * @example cloudreve://g2guA:gcqzfaze@share/test_folder
                 */
                uri?: components["parameters"]["fileInfoUri"];
                /**
                 * @description Whether to answer `extended_info`.
                 * @example true
                 */
                extended?: components["parameters"]["fileExtended"];
                /**
                 * @description Whether to answer `folder_summary` of a folder, which only its owner and administrators get: others are answered
                 *     40082.
                 * @example false
                 */
                folder_summary?: components["parameters"]["folderSummary"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
                /**
                 * @description Pro only. Ticket with which an anonymous buyer opens a paid link. The open-source server defines the name
                 *     and never reads it.
                 * @example 1f63aa26-edc0-40ce-950a-cb4d4323158e
                 */
                "X-Cr-Purchase-Ticket"?: components["parameters"]["purchaseTicket"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description File on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileInfoSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    createFileUrls: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
                /**
                 * @description The `context_hint` of a list, to speed up calls for what it listed.
                 * @example 17e8f2d2-5c2a-4aa0-aeea-db105040e272
                 */
                "X-Cr-Context-Hint"?: components["parameters"]["contextHint"];
                /**
                 * @description Pro only. Ticket with which an anonymous buyer opens a paid link. The open-source server defines the name
                 *     and never reads it.
                 * @example 1f63aa26-edc0-40ce-950a-cb4d4323158e
                 */
                "X-Cr-Purchase-Ticket"?: components["parameters"]["purchaseTicket"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileUrlRequest"];
            };
        };
        responses: {
            /** @description Addresses on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUrlsSuccess"] | components["schemas"]["Failure"];
                };
            };
            /** @description Redirect to the address, with `redirect` and a single URI. */
            302: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    Location: components["headers"]["FileLocation"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getFileContent: {
        parameters: {
            query?: {
                /**
                 * @description Signature over the path and the time at which it expires, `{base64url}:{unix seconds}`. Without a valid one the
                 *     answer is 40071.
                 * @example 8Zl5Fej_U6tBXMZfkDVcWXag72eLytP-RomcLcfJozM=:1795965685
                 */
                sign?: components["parameters"]["contentSignature"];
                /**
                 * @description Whether to ask browsers to save the content rather than show it; any value but an empty one counts.
                 * @example true
                 */
                download?: components["parameters"]["contentDownload"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the content, the `primary_entity` of the file.
                 * @example 2Au4
                 */
                entity: components["parameters"]["entityId"];
                /**
                 * @description Limit on the speed in bytes per second; 0 for none.
                 * @example 0
                 */
                speed: components["parameters"]["downloadSpeed"];
                /**
                 * @description Name of the file; its ending chooses the media type.
                 * @example a.txt
                 */
                name: components["parameters"]["contentName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Content on success, failure otherwise. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["ContentCacheControl"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                    "application/json": components["schemas"]["Failure"] | ({
                        [key: string]: unknown;
                    } | unknown[] | string | number | boolean | null);
                };
            };
        };
    };
    listUserShares: {
        parameters: {
            query: {
                /**
                 * @description Share links per page, 10 to 100.
                 * @example 10
                 */
                page_size: components["parameters"]["pageSize"];
                /**
                 * @description Field to sort by, or the empty string for the default. Documentation gives an enum; the server validates
                 *     nothing and sorts by `id` for anything but `views`, `downloads` and `remain_downloads`.
                 * @example id
                 */
                order_by?: components["parameters"]["orderBy"];
                /**
                 * @description Direction to sort in. Documentation gives an enum; the server validates nothing and sorts ascending for
                 *     anything but `desc`.
                 * @example asc
                 */
                order_direction?: components["parameters"]["orderDirection"];
                /**
                 * @description Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
                 * @example eyJpZCI6Im1LTmxTRCJ9
                 */
                next_page_token?: components["parameters"]["nextPageToken"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the user. Documentation names the parameter `user-id`.
                 * @example lpua
                 */
                id: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Page of share links on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareListSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    getUserInfo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description Id of the user. Documentation names the parameter `user-id`.
                 * @example lpua
                 */
                id: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description User on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicUserSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    reportAbuse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbuseReport"];
            };
        };
        responses: {
            /** @description Success without a result, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptySuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    pingSite: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Version of the server on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    prepareSignIn: {
        parameters: {
            query: {
                /**
                 * @description E-mail address of the account.
                 * @example user@cloudreve.org
                 */
                email: components["parameters"]["signInEmail"];
            };
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ways to sign in on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethodsSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSignIn"];
            };
        };
        responses: {
            /** @description Tokens, or a request for the one-time code, or a failure; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInSuccess"] | components["schemas"]["TwoFactorRequired"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRequest"];
            };
        };
        responses: {
            /** @description Where to go next on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOutSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    finishTwoFactorSignIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorSignIn"];
            };
        };
        responses: {
            /** @description Tokens on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
    refreshToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
                 *     other text, and for the nil UUID, that is a random one.
                 * @example b4351ecc-ee1a-4455-bc94-2c3dbcc58538
                 */
                "X-Cr-Correlation-Id"?: components["parameters"]["correlationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRequest"];
            };
        };
        responses: {
            /** @description New pair of tokens on success, failure otherwise; `code` tells which. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPairSuccess"] | components["schemas"]["Failure"];
                };
            };
        };
    };
}
