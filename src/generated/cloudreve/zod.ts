// Generated from openapi/cloudreve/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';

const notTogether = (names: Readonly<Record<string, string>>) =>
    z.refine<object>(
        (value) => !Object.entries(names).every(([key, type]) => Object.hasOwn(value, key) && (type === '' || typeof Reflect.get(value, key) === type)),
        `Expected not all of the keys ${Object.keys(names).join(', ')}`,
    );

const absoluteUri = () =>
    z.string().check(z.regex(/^(?:[\w\-.~:/?#[\]@!$&'"()*+,;=]|%[\da-f]{2})+$/i), z.url());

/**
 * Field that a list of shares is sorted by; `id` is the order of creation. Documentation gives an enum. The
 * server validates nothing: `views`, `downloads` and `remain_downloads` take effect and everything else sorts
 * by `id`, so does the open-source server for `price`, which is Pro. The cursor always follows `id`, so later pages of
 * another order may skip or repeat shares. Shares of the same rank come in the order of creation, newest first where the direction is `desc`.
 *
 */
export const zShareOrder = /* @__PURE__ */ (() => z._default(z.string(), 'id'))();

/**
 * Direction of a sorted list. Documentation gives an enum; the server validates nothing and reads anything but
 * `desc` as ascending.
 *
 */
export const zSortDirection = /* @__PURE__ */ (() => z._default(z.string(), 'asc'))();

/**
 * Id of an object: a short hash-id, salted per installation. It encodes the number and the type of the
 * object, so the id of a user is no id of a share. Of the characters that separate the numbers, `cfhistu` in either case, an id
 * has one; other texts cannot be decoded.
 *
 */
export const zHashId = /* @__PURE__ */ (() => z.string().check(z.regex(/^[A-Za-z0-9]+$/)))();

/**
 * Type of the shared object. Documentation states the default 1, yet the server always writes the value.
 *
 * | Value | Meaning |
 * | --- | --- |
 * | 0 | file |
 * | 1 | folder |
 *
 */
export const zShareSourceType = /* @__PURE__ */ (() => z.union([z.literal(0), z.literal(1)]))();

/**
 * Where the picture of a user comes from, an uploaded file or Gravatar.
 */
export const zAvatarSource = /* @__PURE__ */ z.enum(['file', 'gravatar']);

/**
 * User group of the owner of a share, in short.
 */
export const zShareOwnerGroup = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    name: z.string()
}))();

/**
 * Which share links of a user the profile lists, none for `hide_share`, and all for `all_share` and any other value. The default,
 * links without a password only, is the empty value, which the server omits; documentation lists it as
 * `[Empty string]`.
 *
 */
export const zProfileVisibility = /* @__PURE__ */ z.string();

/**
 * Owner of a share, in short. Documentation also lists `disable_view_sync`, as a string; the server never
 * writes it here.
 *
 */
export const zShareOwner = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    email: z.optional(z.email()),
    nickname: z.string(),
    avatar: z.optional(zAvatarSource),
    created_at: z.iso.datetime({ offset: true }),
    group: z.optional(zShareOwnerGroup),
    share_links_in_profile: z.optional(zProfileVisibility)
}))();

/**
 * Short link of a share, `{siteURL}/s/{id}` or `{siteURL}/s/{id}/{password}`. `{siteURL}` is
 * `http://localhost:5212` by default; the documented samples show `http://localhost:5173`, the development
 * server of the front end.
 *
 * The link stands outside `/api/v4`. It answers HTTP 302 to
 * `/home?path=cloudreve%3A%2F%2F{id}%3A{password}%40share`, checks neither id nor password, appends a query
 * parameter `path` to the target path and passes other query parameters on. Crawlers of social media get an
 * HTML preview with HTTP 200 instead.
 *
 */
export const zShareUrl = /* @__PURE__ */ absoluteUri();

/**
 * Pro only. Permission set on a file or share, padded base64 of a byte string. Flag `n` is bit `n % 8` of
 * byte `floor(n / 8)`; missing bytes mean false.
 *
 * | Bit | Permission |
 * | --- | --- |
 * | 0 | Read |
 * | 1 | Update |
 * | 2 | Create |
 * | 3 | Delete |
 *
 * `AQ==` is Read, `BQ==` Read and Create, `Aw==` Read and Update, `Cw==` Read, Update and Delete, `Dw==` all four.
 *
 */
export const zSharePermissions = /* @__PURE__ */ (() => z.string().check(z.regex(/^(?:[A-Za-z0-9+\/]{4})*(?:[A-Za-z0-9+\/]{2}==|[A-Za-z0-9+\/]{3}=)?$/)))();

/**
 * Pro only. Who has which permission on a share, as an answer states it.
 */
export const zSharePermissionSetting = /* @__PURE__ */ (() => z.object({
    same_group: z.nullable(zSharePermissions),
    everyone: zSharePermissions,
    other: z.nullable(zSharePermissions),
    anonymous: zSharePermissions,
    group_explicit: z.record(z.string(), zSharePermissions),
    user_explicit: z.record(z.string(), zSharePermissions)
}))();

/**
 * URI of a file or folder. Scheme `cloudreve`; host is the file system (`my`, `share`, `shared_with_me` or
 * `trash`); user part is the id of a user (for `my`) or of a share (for `share`); password part is the
 * password of the share; the path is percent-encoded.
 *
 */
export const zFileUri = /* @__PURE__ */ (() => absoluteUri().check(z.regex(/^cloudreve:\/\//)))();

/**
 * One share link. *Locked* means that `unlocked` is false. The server omits optional fields and never writes
 * them as null, while documentation calls `is_private`, `share_view`, `show_readme` and
 * `password_protected` nullable.
 *
 * Required is what both the documented samples and the server always write; documentation requires only
 * `id`, `unlocked` and `visited`. The open-source server also always writes `size`. `getFileInfo` with
 * `extended=true` lists the same objects for the owner, and there `owner` has its `group`.
 *
 */
export const zShare = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    name: z.string(),
    remain_downloads: z.optional(z.int()),
    visited: z.int().check(z.gte(0)),
    downloaded: z.optional(z.int().check(z.gte(1))),
    price: z.optional(z.int()),
    expires: z.optional(z.iso.datetime({ offset: true })),
    unlocked: z.boolean(),
    password_protected: z.optional(z.boolean()),
    source_type: zShareSourceType,
    owner: zShareOwner,
    created_at: z.iso.datetime({ offset: true }),
    expired: z.boolean(),
    url: zShareUrl,
    permission_setting: z.optional(zSharePermissionSetting),
    show_readme: z.optional(z.boolean()),
    size: z.optional(z.int().check(z.gte(0))),
    is_private: z.optional(z.boolean()),
    password: z.optional(z.string()),
    share_view: z.optional(z.boolean()),
    source_uri: z.optional(zFileUri)
}))();

/**
 * Place of a list in the whole. Lists of shares always page by cursor and state no total.
 */
export const zPagination = /* @__PURE__ */ (() => z.object({
    page: z.int().check(z.gte(0)),
    page_size: z.int().check(z.gte(1)),
    total_items: z.optional(z.int().check(z.gte(1))),
    next_token: z.optional(z.string()),
    is_cursor: z.boolean()
}))();

/**
 * One page of share links.
 */
export const zShareList = /* @__PURE__ */ (() => z.object({
    shares: z.nullable(z.array(zShare)),
    pagination: zPagination
}))();

/**
 * Success with one page of shares.
 */
export const zShareListSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zShareList,
    msg: z.string()
}))();

/**
 * Kind of a failure. Three digits borrow the meaning of an HTTP status, 4xxxx blames the client and 5xxxx the
 * server. Two codes stand elsewhere, since they are no failure: 0 is success, and 203 (not fully successful,
 * one-time code or mail activation still needed) has its own schema, `TwoFactorRequired`. There is no 50003.
 *
 * | Code | Meaning |
 * | --- | --- |
 * | -1 | unclassified error (source only) |
 * | 401 | not logged in |
 * | 403 | no permission |
 * | 404 | resource not found |
 * | 409 | conflict |
 * | 40001 | parameter error |
 * | 40002 | upload failed |
 * | 40003 | folder creation failed |
 * | 40004 | object already exists |
 * | 40005 | signature expired |
 * | 40006 | storage policy not allowed |
 * | 40007 | user group not allowed |
 * | 40008 | admin required |
 * | 40009 | master node not registered |
 * | 40010 | phone binding required |
 * | 40011 | upload session expired |
 * | 40012 | invalid chunk index |
 * | 40013 | invalid content length |
 * | 40014 | batch source limit exceeded |
 * | 40015 | aria2 task limit exceeded |
 * | 40016 | parent/path does not exist |
 * | 40017 | user banned |
 * | 40018 | user not activated |
 * | 40019 | feature not enabled |
 * | 40020 | invalid credential |
 * | 40021 | user not found |
 * | 40022 | 2FA code error |
 * | 40023 | login session does not exist |
 * | 40024 | cannot initialise WebAuthn |
 * | 40025 | invalid WebAuthn credential |
 * | 40026 | captcha error |
 * | 40027 | captcha refresh needed |
 * | 40028 | failed to send mail |
 * | 40029 | invalid temporary link |
 * | 40030 | temporary link expired |
 * | 40031 | mail provider banned |
 * | 40032 | mail already used |
 * | 40033 | mail re-sent |
 * | 40034 | user cannot be activated |
 * | 40035 | storage policy does not exist |
 * | 40036 | cannot delete default policy |
 * | 40037 | policy still has files |
 * | 40038 | policy bound to groups |
 * | 40039 | user group not found |
 * | 40040 | invalid action on system group |
 * | 40041 | user group in use |
 * | 40042 | cannot change default user's group |
 * | 40043 | invalid action on default user |
 * | 40044 | file not found |
 * | 40045 | failed to list files |
 * | 40046 | invalid action on system node |
 * | 40047 | failed to create file system |
 * | 40048 | failed to create task |
 * | 40049 | file too large |
 * | 40050 | file type not allowed |
 * | 40051 | insufficient capacity |
 * | 40052 | illegal object name |
 * | 40053 | root protected |
 * | 40054 | same-name upload in progress |
 * | 40055 | metadata mismatch |
 * | 40056 | unsupported archive type |
 * | 40057 | storage policy changed |
 * | 40058 | share link not found |
 * | 40059 | cannot save own share |
 * | 40060 | slave cannot call back master |
 * | 40061 | version mismatch |
 * | 40062 | insufficient credit |
 * | 40063 | group conflict |
 * | 40064 | already in this group |
 * | 40065 | invalid gift code |
 * | 40066 | account already bound |
 * | 40067 | account bound to another user |
 * | 40068 | account not linked |
 * | 40069 | incorrect password (share) |
 * | 40070 | share preview disabled |
 * | 40071 | invalid signature |
 * | 40072 | admin cannot buy group |
 * | 40073 | lock conflict |
 * | 40074 | too many URIs |
 * | 40075 | lock token expired |
 * | 40076 | stale version |
 * | 40077 | entity does not exist |
 * | 40078 | file is in recycle bin |
 * | 40079 | file count limit reached |
 * | 40080 | invalid password (login) |
 * | 40081 | batch not fully completed |
 * | 40082 | owner only |
 * | 40083 | purchase required |
 * | 40084 | managed account minimum OpenID |
 * | 40085 | amount too small |
 * | 40086 | node used by storage policy |
 * | 40087 | domain not licensed |
 * | 40088 | anonymous access denied (source only) |
 * | 40089 | OAuth scope insufficient (source only) |
 * | 50001 | database failure |
 * | 50002 | encryption failure |
 * | 50004 | IO failure |
 * | 50005 | internal setting error |
 * | 50006 | cache failure |
 * | 50007 | callback failure |
 * | 50008 | setting update failure |
 * | 50009 | CORS policy failure |
 * | 50010 | node offline |
 * | 50011 | metadata query failure |
 *
 * The list of the manual ends at 40087 and lacks -1, 40088 and 40089, which the source has.
 *
 */
export const zErrorCode = /* @__PURE__ */ (() => z.union([
    z.literal(-1),
    z.literal(401),
    z.literal(403),
    z.literal(404),
    z.literal(409),
    z.literal(40001),
    z.literal(40002),
    z.literal(40003),
    z.literal(40004),
    z.literal(40005),
    z.literal(40006),
    z.literal(40007),
    z.literal(40008),
    z.literal(40009),
    z.literal(40010),
    z.literal(40011),
    z.literal(40012),
    z.literal(40013),
    z.literal(40014),
    z.literal(40015),
    z.literal(40016),
    z.literal(40017),
    z.literal(40018),
    z.literal(40019),
    z.literal(40020),
    z.literal(40021),
    z.literal(40022),
    z.literal(40023),
    z.literal(40024),
    z.literal(40025),
    z.literal(40026),
    z.literal(40027),
    z.literal(40028),
    z.literal(40029),
    z.literal(40030),
    z.literal(40031),
    z.literal(40032),
    z.literal(40033),
    z.literal(40034),
    z.literal(40035),
    z.literal(40036),
    z.literal(40037),
    z.literal(40038),
    z.literal(40039),
    z.literal(40040),
    z.literal(40041),
    z.literal(40042),
    z.literal(40043),
    z.literal(40044),
    z.literal(40045),
    z.literal(40046),
    z.literal(40047),
    z.literal(40048),
    z.literal(40049),
    z.literal(40050),
    z.literal(40051),
    z.literal(40052),
    z.literal(40053),
    z.literal(40054),
    z.literal(40055),
    z.literal(40056),
    z.literal(40057),
    z.literal(40058),
    z.literal(40059),
    z.literal(40060),
    z.literal(40061),
    z.literal(40062),
    z.literal(40063),
    z.literal(40064),
    z.literal(40065),
    z.literal(40066),
    z.literal(40067),
    z.literal(40068),
    z.literal(40069),
    z.literal(40070),
    z.literal(40071),
    z.literal(40072),
    z.literal(40073),
    z.literal(40074),
    z.literal(40075),
    z.literal(40076),
    z.literal(40077),
    z.literal(40078),
    z.literal(40079),
    z.literal(40080),
    z.literal(40081),
    z.literal(40082),
    z.literal(40083),
    z.literal(40084),
    z.literal(40085),
    z.literal(40086),
    z.literal(40087),
    z.literal(40088),
    z.literal(40089),
    z.literal(50001),
    z.literal(50002),
    z.literal(50004),
    z.literal(50005),
    z.literal(50006),
    z.literal(50007),
    z.literal(50008),
    z.literal(50009),
    z.literal(50010),
    z.literal(50011)
]))();

/**
 * Failure of one item of a batch, in the envelope of a failed call.
 */
export const zItemFailure = /* @__PURE__ */ (() => z.object({
    code: zErrorCode,
    data: z.optional(z.unknown()),
    msg: z.string(),
    error: z.optional(z.string()),
    correlation_id: z.optional(z.guid())
}))();

/**
 * Failed call, answered with HTTP 200 like every handled call. Documentation calls `error`,
 * `correlation_id` and `aggregated_error` nullable and requires `data`; the open-source server omits what is
 * empty and never writes null. Keys stand on the wire in the order of this schema.
 *
 * When one error of the server wraps another, `code` is that of the innermost and `msg` that of the outermost:
 * to share a path that does not exist answers 40016 with `src file not found`.
 *
 */
export const zFailure = /* @__PURE__ */ (() => z.object({
    code: zErrorCode,
    data: z.optional(z.unknown()),
    aggregated_error: z.optional(z.record(z.string(), zItemFailure)),
    msg: z.string(),
    error: z.optional(z.string()),
    correlation_id: z.optional(z.guid())
}))();

/**
 * URI of a file or folder as a request may have it: a `FileUri`, or a text that the server parses to one. Scheme and host are in any case,
 * spaces and letters of any script need no escapes, `%2F` separates names like a slash. Any other text answers 40001 `unknown uri`.
 *
 */
export const zFileUriInput = /* @__PURE__ */ (() => z.string().check(z.regex(/^[\s\S]+$/)))();

/**
 * Pro only. Who gets which permission on a share, as a request states it.
 */
export const zPermissionSetting = /* @__PURE__ */ (() => z.object({
    user_explicit: z.optional(z.record(z.string(), zSharePermissions)),
    group_explicit: z.optional(z.record(z.string(), zSharePermissions)),
    same_group: z.optional(zSharePermissions),
    other: z.optional(zSharePermissions),
    anonymous: z.optional(zSharePermissions),
    everyone: z.optional(zSharePermissions)
}))();

/**
 * What a new share needs. The server ignores unknown fields and reads null as absent.
 */
export const zShareCreate = /* @__PURE__ */ (() => z.object({
    uri: zFileUriInput,
    is_private: z.nullish(z.boolean()),
    password: z.nullish(z.string().check(z.maxLength(32), z.regex(/^[a-zA-Z0-9]*$/))),
    downloads: z.nullish(z.int()),
    expire: z.nullish(z.int()),
    share_view: z.nullish(z.boolean()),
    show_readme: z.nullish(z.boolean()),
    permissions: z.optional(z.union([
        zPermissionSetting,
        z.unknown()
    ])),
    price: z.optional(z.unknown())
}))();

/**
 * Success with the link of a share.
 */
export const zShareUrlSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zShareUrl,
    msg: z.string()
}))();

/**
 * Shares to delete.
 */
export const zShareBatchDelete = /* @__PURE__ */ (() => z.object({
    ids: z.array(zHashId)
}))();

/**
 * Success without a result; `data` is absent, although the documented base model requires it.
 */
export const zEmptySuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    msg: z.string()
}))();

/**
 * New settings of a share, which replace the old ones as a whole: a setting that is left out is cleared. The
 * server ignores unknown fields and reads null as absent.
 *
 */
export const zShareEdit = /* @__PURE__ */ (() => z.object({
    uri: zFileUriInput,
    is_private: z.nullish(z.boolean()),
    password: z.nullish(z.string().check(z.maxLength(32), z.regex(/^[a-zA-Z0-9]*$/))),
    downloads: z.nullish(z.int()),
    expire: z.nullish(z.int()),
    share_view: z.nullish(z.boolean()),
    show_readme: z.nullish(z.boolean()),
    permissions: z.optional(z.union([
        zPermissionSetting,
        z.unknown()
    ])),
    price: z.optional(z.unknown())
}))();

/**
 * Boolean in a query. An empty value is false, and any other text answers 40001 `Parameter error`.
 */
export const zFlag = /* @__PURE__ */ (() => z.union([
    z.boolean(),
    z.enum([
        '1',
        't',
        'T',
        'TRUE',
        'True',
        '0',
        'f',
        'F',
        'FALSE',
        'False',
        ''
    ])
]))();

/**
 * Success with one share.
 */
export const zShareSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zShare,
    msg: z.string()
}))();

/**
 * URI of a file or folder, as the server reads it: leniently. Scheme and file system count in any case, spaces and
 * letters beyond ASCII may stand as they are, and `%2F` separates folders as `/` does. For a share it is
 * `cloudreve://{share id}@share/{path}` or, with a password, `cloudreve://{share id}:{password}@share/{path}`;
 * a single shared file lies at `/{name}`. Anything that is no such URI answers 40001 `unknown uri`.
 *
 */
export const zFileReference = /* @__PURE__ */ (() => z.string().check(z.regex(/^[\s\S]*$/)))();

/**
 * Kind of a file.
 *
 * | Value | Meaning |
 * | --- | --- |
 * | 0 | file |
 * | 1 | folder |
 *
 */
export const zFileType = /* @__PURE__ */ (() => z.union([z.literal(0), z.literal(1)]))();

/**
 * What a file system, or a file in it, supports: padded base64 of a byte string. Flag `n` is bit `n % 8` of byte
 * `floor(n / 8)`; missing bytes mean false.
 *
 * | Bit | Capability |
 * | --- | --- |
 * | 0 | create file |
 * | 1 | rename file |
 * | 6 | upload file |
 * | 7 | download file |
 * | 8 | update metadata |
 * | 9 | list children |
 * | 10 | generate thumbnail |
 * | 14 | delete file |
 * | 15 | lock file |
 * | 16 | move to trash |
 * | 17 | restore from trash |
 * | 18 | share |
 * | 19 | get info |
 * | 20 | version control |
 * | 23 | enter folder |
 * | 24 | modify properties |
 *
 * A running 4.14.0 writes `gIaYAQ==` inside a share, bits 7, 9, 10, 15, 19, 20, 23 and 24; `w8edAQ==` in `my`;
 * `gAKA` in `shared_with_me`.
 *
 */
export const zFileCapabilities = /* @__PURE__ */ (() => z.string().check(z.regex(/^(?:[A-Za-z0-9+\/]{4})*(?:[A-Za-z0-9+\/]{2}==|[A-Za-z0-9+\/]{3}=)?$/)))();

/**
 * What a folder contains, on all levels.
 */
export const zFolderSummary = /* @__PURE__ */ (() => z.object({
    size: z.int().check(z.gte(0)),
    files: z.int().check(z.gte(0)),
    folders: z.int().check(z.gte(0)),
    completed: z.boolean(),
    calculated_at: z.iso.datetime({ offset: true })
}))();

/**
 * How files are stored. Documentation also lists `weight` and `children`, for load balancing. Optional fields are
 * absent if empty.
 *
 */
export const zStoragePolicy = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    name: z.string(),
    allowed_suffix: z.optional(z.array(z.string())),
    denied_suffix: z.optional(z.array(z.string())),
    allowed_name_regexp: z.optional(z.string()),
    denied_name_regexp: z.optional(z.string()),
    type: z.enum([
        'local',
        'qiniu',
        'upyun',
        'oss',
        'cos',
        's3',
        'onedrive',
        'remote',
        'obs',
        'load_balance',
        'ks3'
    ]),
    max_size: z.int().check(z.gte(0)),
    relay: z.optional(z.boolean()),
    chunk_concurrency: z.optional(z.int())
}))();

/**
 * Stored content of a file.
 */
export const zFileEntity = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    size: z.int().check(z.gte(0)),
    type: z.union([
        z.literal(0),
        z.literal(1),
        z.literal(2)
    ]),
    created_at: z.iso.datetime({ offset: true }),
    storage_policy: z.optional(zStoragePolicy),
    created_by: z.optional(zShareOwner)
}))();

/**
 * Permanent address of a file, without sign-in.
 */
export const zDirectLink = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    url: absoluteUri(),
    downloaded: z.int().check(z.gte(0)),
    created_at: z.iso.datetime({ offset: true })
}))();

/**
 * More about a file. Documentation also lists `permissions`, a setting of the Pro edition.
 *
 */
export const zFileExtendedInfo = /* @__PURE__ */ (() => z.object({
    storage_policy: z.optional(zStoragePolicy),
    storage_policy_inherited: z.optional(z.boolean()),
    storage_used: z.int().check(z.gte(0)),
    shares: z.optional(z.array(zShare)),
    entities: z.optional(z.array(zFileEntity)),
    direct_links: z.optional(z.array(zDirectLink))
}))();

/**
 * One file or folder. The server omits what is empty or false; documentation requires `owned` and calls
 * `capability`, `primary_entity`, `extended_info` and `folder_summary` nullable.
 *
 */
export const zFileInfo = /* @__PURE__ */ (() => z.object({
    type: zFileType,
    id: zHashId,
    name: z.string(),
    permission: z.nullish(z.string()),
    created_at: z.iso.datetime({ offset: true }),
    updated_at: z.iso.datetime({ offset: true }),
    size: z.int().check(z.gte(0)),
    metadata: z.nullable(z.record(z.string(), z.string())),
    path: zFileUri,
    shared: z.optional(z.boolean()),
    capability: z.optional(zFileCapabilities),
    owned: z.optional(z.boolean()),
    primary_entity: z.optional(zHashId),
    folder_summary: z.optional(zFolderSummary),
    extended_info: z.optional(zFileExtendedInfo)
}))();

/**
 * Place of a page in a folder. A share of a single file has `page_size` 0 and no cursor. Documentation requires
 * `next_token`.
 *
 */
export const zFilePagination = /* @__PURE__ */ (() => z.object({
    page: z.int().check(z.gte(0)),
    page_size: z.int().check(z.gte(0)),
    total_items: z.optional(z.int().check(z.gte(1))),
    next_token: z.optional(z.string()),
    is_cursor: z.optional(z.boolean())
}))();

/**
 * What a file system supports.
 */
export const zFileSystemProps = /* @__PURE__ */ (() => z.object({
    capability: zFileCapabilities,
    max_page_size: z.int(),
    order_by_options: z.array(z.string()),
    order_direction_options: z.array(z.string())
}))();

/**
 * Column of a list of files.
 */
export const zExplorerColumn = /* @__PURE__ */ (() => z.object({
    type: z.int().check(z.gte(0)),
    width: z.nullish(z.int()),
    props: z.nullish(z.object({
        metadata_key: z.nullish(z.string())
    }))
}))();

/**
 * How a folder is shown.
 */
export const zExplorerView = /* @__PURE__ */ (() => z.object({
    page_size: z.int(),
    order: z.optional(z.string().check(z.maxLength(255))),
    order_direction: z.optional(z.enum(['asc', 'desc'])),
    view: z.optional(z.enum([
        'list',
        'grid',
        'gallery'
    ])),
    thumbnail: z.optional(z.boolean()),
    gallery_width: z.optional(z.int().check(z.gte(50), z.lte(500))),
    columns: z.optional(z.array(zExplorerColumn))
}))();

/**
 * One page of a folder.
 */
export const zFilePage = /* @__PURE__ */ (() => z.object({
    files: z.array(zFileInfo),
    parent: zFileInfo,
    pagination: zFilePagination,
    props: zFileSystemProps,
    context_hint: z.guid(),
    recursion_limit_reached: z.optional(z.boolean()),
    mixed_type: z.boolean(),
    single_file_view: z.optional(z.boolean()),
    storage_policy: z.optional(zStoragePolicy),
    view: z.optional(zExplorerView)
}))();

/**
 * Success with one page of a folder.
 */
export const zFilePageSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zFilePage,
    msg: z.string()
}))();

/**
 * Success with one file.
 */
export const zFileInfoSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zFileInfo,
    msg: z.string()
}))();

/**
 * Files to get addresses of. The server ignores unknown fields and reads null as absent.
 *
 */
export const zFileUrlRequest = /* @__PURE__ */ (() => z.object({
    uris: z.array(zFileReference),
    download: z.nullish(z.boolean()),
    redirect: z.nullish(z.boolean()),
    entity: z.nullish(z.string()),
    use_primary_site_url: z.nullish(z.boolean()),
    skip_error: z.nullish(z.boolean()),
    archive: z.nullish(z.boolean()),
    no_cache: z.nullish(z.boolean())
}))();

/**
 * Temporary address of a file.
 */
export const zFileUrl = /* @__PURE__ */ (() => z.object({
    url: absoluteUri(),
    stream_saver_display_name: z.optional(z.string())
}))();

/**
 * Temporary addresses of files, which need no sign-in.
 */
export const zFileUrls = /* @__PURE__ */ (() => z.object({
    urls: z.array(zFileUrl),
    expires: z.nullable(z.iso.datetime({ offset: true }))
}))();

/**
 * Success with addresses of files.
 */
export const zFileUrlsSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zFileUrls,
    msg: z.string()
}))();

/**
 * What others see of a user. Documentation requires `avatar`, which its own sample lacks.
 */
export const zPublicUser = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    email: z.optional(z.email()),
    nickname: z.string(),
    avatar: z.optional(zAvatarSource),
    created_at: z.iso.datetime({ offset: true }),
    group: zShareOwnerGroup,
    share_links_in_profile: z.optional(zProfileVisibility)
}))();

/**
 * Success with one user.
 */
export const zPublicUserSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zPublicUser,
    msg: z.string()
}))();

/**
 * Pro only. Kind of abuse.
 *
 * | Value | Meaning |
 * | --- | --- |
 * | 0 | copyright infringement |
 * | 1 | harmful content |
 * | 2 | spam |
 * | 3 | other |
 *
 */
export const zAbuseCategory = /* @__PURE__ */ (() => z.union([
    z.literal(0),
    z.literal(1),
    z.literal(2),
    z.literal(3)
]))();

/**
 * Pro only. Report of abuse, of a share or of a user but not of both.
 */
export const zAbuseReport = /* @__PURE__ */ (() => z.looseObject({
    category: zAbuseCategory,
    share_id: z.nullish(zHashId),
    user_id: z.nullish(zHashId),
    file_uri: z.nullish(zFileUri),
    description: z.nullish(z.string().check(z.maxLength(512))),
    captcha: z.nullish(z.string()),
    ticket: z.nullish(z.string())
}).check(notTogether({ share_id: 'string', user_id: 'string' })))();

/**
 * Success with the version of the server.
 */
export const zVersionSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: z.string(),
    msg: z.string()
}))();

/**
 * Ways in which an account can sign in.
 */
export const zSignInMethods = /* @__PURE__ */ (() => z.object({
    webauthn_enabled: z.optional(z.boolean()),
    sso_enabled: z.optional(z.boolean()),
    password_enabled: z.boolean(),
    qq_enabled: z.optional(z.boolean())
}))();

/**
 * Success with the ways to sign in.
 */
export const zSignInMethodsSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zSignInMethods,
    msg: z.string()
}))();

/**
 * E-mail address and password of a user.
 */
export const zPasswordSignIn = /* @__PURE__ */ (() => z.object({
    email: z.string().check(z.minLength(1), z.regex(/^(?:[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\u0080-\uffff-]+(?:\.[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\u0080-\uffff-]+)*|"(?:[^"\\\u0000-\u001f]|\\[^\u0000-\u001f])+")@(?:[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9\u0080-\uffff-]*[A-Za-z0-9\u0080-\uffff])?\.)+[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9\u0080-\uffff-]*[A-Za-z0-9\u0080-\uffff])?$/)),
    password: z.string().check(z.minLength(4), z.maxLength(128)),
    captcha: z.nullish(z.string()),
    ticket: z.nullish(z.string())
}))();

/**
 * Status of a user.
 */
export const zUserStatus = /* @__PURE__ */ z.enum([
    'active',
    'inactive',
    'manual_banned',
    'sys_banned'
]);

/**
 * Permission set of a user group, padded base64 of a byte string. Flag `n` is bit `n % 8` of byte
 * `floor(n / 8)`; missing bytes mean false.
 *
 * | Bit | Permission | Edition |
 * | --- | --- | --- |
 * | 0 | administrator | both |
 * | 1 | anonymous group | both |
 * | 2 | share files, which creating and editing shares needs | both |
 * | 3 | use WebDAV | both |
 * | 4 | server-side batch download | both |
 * | 5 | archive tasks | both |
 * | 6 | WebDAV proxy | both |
 * | 7 | download shares of others | both |
 * | 8 | download shares free of charge | Pro only; placeholder in open source |
 * | 9 | remote download | both |
 * | 10 | relocate storage policy | Pro only; placeholder in open source |
 * | 11 | redirected direct link | unused in open source |
 * | 12 | advanced delete options | both |
 * | 13 | choose node for tasks | Pro only; placeholder in open source |
 * | 14 | higher share permissions for anonymous users | Pro only; placeholder in open source |
 * | 15 | explicit user setting | placeholder, source only |
 * | 16 | ignore file ownership | unused, source only |
 * | 17 | unique redirect direct link | source only |
 *
 * `/f8B` is bit 0 and bits 2 to 16.
 *
 */
export const zGroupPermissions = /* @__PURE__ */ (() => z.string().check(z.regex(/^(?:[A-Za-z0-9+\/]{4})*(?:[A-Za-z0-9+\/]{2}==|[A-Za-z0-9+\/]{3}=)?$/)))();

/**
 * User group of a signed-in user.
 */
export const zUserGroup = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    name: z.string(),
    permission: z.optional(zGroupPermissions),
    direct_link_batch_size: z.optional(z.int()),
    trash_retention: z.optional(z.int())
}))();

/**
 * Folder that a user pinned to the sidebar.
 */
export const zPin = /* @__PURE__ */ (() => z.object({
    uri: zFileUri,
    name: z.optional(z.string())
}))();

/**
 * Signed-in user. The server omits optional fields that are empty or false.
 */
export const zUser = /* @__PURE__ */ (() => z.object({
    id: zHashId,
    email: z.optional(z.email()),
    nickname: z.string(),
    status: z.optional(zUserStatus),
    avatar: z.optional(zAvatarSource),
    created_at: z.iso.datetime({ offset: true }),
    preferred_theme: z.optional(z.string()),
    anonymous: z.optional(z.boolean()),
    credit: z.optional(z.int()),
    group: z.optional(zUserGroup),
    pined: z.optional(z.array(zPin)),
    language: z.optional(z.string()),
    disable_view_sync: z.optional(z.boolean()),
    share_links_in_profile: z.optional(zProfileVisibility)
}))();

/**
 * JSON Web Token, signed with HS256. Claims: `token_type` (`access` or `refresh`), `sub` (id of the user),
 * `exp`, `nbf`; refresh tokens add `state_hash` and `root_token_id`; OAuth tokens add `client_id` and
 * `scopes`.
 *
 */
export const zJwt = /* @__PURE__ */ (() => z.string().check(z.regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/)))();

/**
 * Access token and refresh token.
 */
export const zTokenPair = /* @__PURE__ */ (() => z.object({
    access_token: zJwt,
    refresh_token: zJwt,
    access_expires: z.iso.datetime({ offset: true }),
    refresh_expires: z.iso.datetime({ offset: true })
}))();

/**
 * Result of a finished sign-in.
 */
export const zSignedInUser = /* @__PURE__ */ z.object({
    user: zUser,
    token: zTokenPair
});

/**
 * Success with a signed-in user.
 */
export const zSignInSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zSignedInUser,
    msg: z.string()
}))();

/**
 * Password accepted, one-time code still needed.
 */
export const zTwoFactorRequired = /* @__PURE__ */ (() => z.object({
    code: z.literal(203),
    data: z.guid(),
    msg: z.string()
}))();

/**
 * Refresh token to exchange or to revoke.
 */
export const zRefreshTokenRequest = /* @__PURE__ */ (() => z.object({
    refresh_token: z.string().check(z.minLength(1))
}))();

/**
 * Success of a sign-out.
 */
export const zSignOutSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: z.union([
        z.literal(''),
        absoluteUri()
    ]),
    msg: z.string()
}))();

/**
 * Second step of a sign-in.
 */
export const zTwoFactorSignIn = /* @__PURE__ */ (() => z.object({
    otp: z.string().check(z.minLength(1)),
    session_id: z.string().check(z.regex(/^[\s\S]+$/))
}))();

/**
 * Success with a new pair of tokens.
 */
export const zTokenPairSuccess = /* @__PURE__ */ (() => z.object({
    code: z.literal(0),
    data: zTokenPair,
    msg: z.string()
}))();

export const zGetFileContentResponse200 = /* @__PURE__ */ (() => z.nullable(z.union([
    zFailure,
    z.union([
        z.record(z.string(), z.unknown()),
        z.array(z.unknown()),
        z.string(),
        z.number(),
        z.boolean()
    ])
])))();

/**
 * Id for this request, a UUID, also in braces or without dashes. It becomes the `correlation_id` of failures, in lower case; for any
 * other text, and for the nil UUID, that is a random one.
 *
 */
export const zCorrelationId = /* @__PURE__ */ (() => z.string().check(z.regex(/^[\s\S]*$/)))();

/**
 * Share links per page, 10 to 100.
 */
export const zPageSize = /* @__PURE__ */ (() => z.int().check(z.gte(10), z.lte(100)))();

/**
 * Field to sort by, or the empty string for the default. Documentation gives an enum; the server validates
 * nothing and sorts by `id` for anything but `views`, `downloads` and `remain_downloads`.
 *
 */
export const zOrderBy = zShareOrder;

/**
 * Direction to sort in. Documentation gives an enum; the server validates nothing and sorts ascending for
 * anything but `desc`.
 *
 */
export const zOrderDirection = zSortDirection;

/**
 * Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
 */
export const zNextPageToken = /* @__PURE__ */ z.string();

/**
 * Id of the share.
 */
export const zShareId = zHashId;

/**
 * Id of the share, as its link carries it.
 */
export const zLinkId = zHashId;

/**
 * Password of the share; empty if absent. The owner never needs it.
 */
export const zSharePassword = /* @__PURE__ */ z.string();

/**
 * Whether to count this call as a view, of a locked share too.
 */
export const zCountViews = /* @__PURE__ */ z._default(zFlag, false);

/**
 * Whether the owner gets `source_uri`.
 */
export const zOwnerExtended = /* @__PURE__ */ z._default(zFlag, false);

/**
 * Pro only. Ticket with which an anonymous buyer opens a paid link. The open-source server defines the name
 * and never reads it.
 *
 */
export const zPurchaseTicket = /* @__PURE__ */ z.string();

/**
 * URI of the folder, or of a share. Search conditions, which it may carry as a query, are no part of this contract.
 */
export const zFileUri2 = /* @__PURE__ */ (() => z.intersection(zFileReference, z.string().check(z.minLength(1))))();

/**
 * Page of offset pagination, which lists of folders do not use. Documentation requires it.
 */
export const zFilePage2 = /* @__PURE__ */ (() => z.int().check(z.gte(0)))();

/**
 * Files per page; 100 if absent, zero or negative, and no more than `max_page_size`. Documentation requires it.
 *
 */
export const zFilePageSize = /* @__PURE__ */ z.int();

/**
 * Field to sort by, one of `order_by_options`. The server validates nothing and sorts in order of creation for
 * anything but `name`, `size` and `updated_at`. Folders always come before files.
 *
 */
export const zFileOrderBy = /* @__PURE__ */ z.string();

/**
 * Direction to sort in. The server validates nothing and sorts ascending for anything but `desc`.
 */
export const zFileOrderDirection = /* @__PURE__ */ z.string();

/**
 * Cursor of the page, the `next_token` of the previous answer; empty or absent for the first page.
 */
export const zFileNextPageToken = /* @__PURE__ */ z.string();

/**
 * URI of the file; needed, since the `id` that documentation offers instead is no part of this contract.
 *
 */
export const zFileInfoUri = zFileReference;

/**
 * Whether to answer `extended_info`.
 */
export const zFileExtended = /* @__PURE__ */ z._default(zFlag, false);

/**
 * Whether to answer `folder_summary` of a folder, which only its owner and administrators get: others are answered
 * 40082.
 *
 */
export const zFolderSummary2 = /* @__PURE__ */ z._default(zFlag, false);

/**
 * The `context_hint` of a list, to speed up calls for what it listed.
 */
export const zContextHint = /* @__PURE__ */ z.string();

/**
 * Id of the content, the `primary_entity` of the file.
 */
export const zEntityId = zHashId;

/**
 * Limit on the speed in bytes per second; 0 for none.
 */
export const zDownloadSpeed = /* @__PURE__ */ (() => z.int().check(z.gte(0)))();

/**
 * Name of the file; its ending chooses the media type.
 */
export const zContentName = /* @__PURE__ */ z.string();

/**
 * Signature over the path and the time at which it expires, `{base64url}:{unix seconds}`. Without a valid one the
 * answer is 40071.
 *
 */
export const zContentSignature = /* @__PURE__ */ z.string();

/**
 * Whether to ask browsers to save the content rather than show it; any value but an empty one counts.
 */
export const zContentDownload = /* @__PURE__ */ z.string();

/**
 * Id of the user. Documentation names the parameter `user-id`.
 */
export const zUserId = zHashId;

/**
 * E-mail address of the account.
 */
export const zSignInEmail = /* @__PURE__ */ z.email();

export const zDeleteSharesBody = zShareBatchDelete;

export const zDeleteSharesHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Success without a result, failure otherwise; `code` tells which.
 */
export const zDeleteSharesResponse = /* @__PURE__ */ z.xor([
    zEmptySuccess,
    zFailure
]);

export const zListMySharesHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zListMySharesQuery = /* @__PURE__ */ (() => z.object({
    page_size: z.int().check(z.gte(10), z.lte(100)),
    order_by: z.optional(zShareOrder),
    order_direction: z.optional(zSortDirection),
    next_page_token: z.optional(z.string())
}))();

/**
 * Page of share links on success, failure otherwise; `code` tells which.
 */
export const zListMySharesResponse = /* @__PURE__ */ z.xor([
    zShareListSuccess,
    zFailure
]);

export const zCreateShareBody = zShareCreate;

export const zCreateShareHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Link of the new share on success, failure otherwise; `code` tells which.
 */
export const zCreateShareResponse = /* @__PURE__ */ z.xor([
    zShareUrlSuccess,
    zFailure
]);

export const zDeleteShareHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zDeleteSharePath = /* @__PURE__ */ z.object({
    id: zHashId
});

/**
 * Success without a result, failure otherwise; `code` tells which.
 */
export const zDeleteShareResponse = /* @__PURE__ */ z.xor([
    zEmptySuccess,
    zFailure
]);

export const zEditShareBody = zShareEdit;

export const zEditShareHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zEditSharePath = /* @__PURE__ */ z.object({
    id: zHashId
});

/**
 * Link of the share on success, failure otherwise; `code` tells which.
 */
export const zEditShareResponse = /* @__PURE__ */ z.xor([
    zShareUrlSuccess,
    zFailure
]);

export const zGetShareInfoHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/))),
    'X-Cr-Purchase-Ticket': z.optional(z.string())
}))();

export const zGetShareInfoPath = /* @__PURE__ */ z.object({
    id: zHashId
});

export const zGetShareInfoQuery = /* @__PURE__ */ (() => z.object({
    password: z.optional(z.string()),
    count_views: z._default(z.optional(zFlag), false),
    owner_extended: z._default(z.optional(zFlag), false)
}))();

/**
 * Share on success, failure otherwise; `code` tells which.
 */
export const zGetShareInfoResponse = /* @__PURE__ */ z.xor([
    zShareSuccess,
    zFailure
]);

export const zListFilesHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/))),
    'X-Cr-Purchase-Ticket': z.optional(z.string())
}))();

export const zListFilesQuery = /* @__PURE__ */ (() => z.object({
    uri: z.intersection(zFileReference, z.string().check(z.minLength(1))),
    page: z.optional(z.int().check(z.gte(0))),
    page_size: z.optional(z.int()),
    order_by: z.optional(z.string()),
    order_direction: z.optional(z.string()),
    next_page_token: z.optional(z.string())
}))();

/**
 * Page of the folder on success, failure otherwise; `code` tells which.
 */
export const zListFilesResponse = /* @__PURE__ */ z.xor([
    zFilePageSuccess,
    zFailure
]);

export const zGetFileInfoHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/))),
    'X-Cr-Purchase-Ticket': z.optional(z.string())
}))();

export const zGetFileInfoQuery = /* @__PURE__ */ (() => z.object({
    uri: z.optional(zFileReference),
    extended: z._default(z.optional(zFlag), false),
    folder_summary: z._default(z.optional(zFlag), false)
}))();

/**
 * File on success, failure otherwise; `code` tells which.
 */
export const zGetFileInfoResponse = /* @__PURE__ */ z.xor([
    zFileInfoSuccess,
    zFailure
]);

export const zCreateFileUrlsBody = zFileUrlRequest;

export const zCreateFileUrlsHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/))),
    'X-Cr-Context-Hint': z.optional(z.string()),
    'X-Cr-Purchase-Ticket': z.optional(z.string())
}))();

/**
 * Addresses on success, failure otherwise; `code` tells which.
 */
export const zCreateFileUrlsResponse = /* @__PURE__ */ z.xor([
    zFileUrlsSuccess,
    zFailure
]);

export const zGetFileContentHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zGetFileContentPath = /* @__PURE__ */ (() => z.object({
    entity: zHashId,
    speed: z.int().check(z.gte(0)),
    name: z.string()
}))();

export const zGetFileContentQuery = /* @__PURE__ */ (() => z.object({
    sign: z.optional(z.string()),
    download: z.optional(z.string())
}))();

/**
 * Content on success, failure otherwise.
 */
export const zGetFileContentResponse = zGetFileContentResponse200;

export const zListUserSharesHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zListUserSharesPath = /* @__PURE__ */ z.object({
    id: zHashId
});

export const zListUserSharesQuery = /* @__PURE__ */ (() => z.object({
    page_size: z.int().check(z.gte(10), z.lte(100)),
    order_by: z.optional(zShareOrder),
    order_direction: z.optional(zSortDirection),
    next_page_token: z.optional(z.string())
}))();

/**
 * Page of share links on success, failure otherwise; `code` tells which.
 */
export const zListUserSharesResponse = /* @__PURE__ */ z.xor([
    zShareListSuccess,
    zFailure
]);

export const zGetUserInfoHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zGetUserInfoPath = /* @__PURE__ */ z.object({
    id: zHashId
});

/**
 * User on success, failure otherwise; `code` tells which.
 */
export const zGetUserInfoResponse = /* @__PURE__ */ z.xor([
    zPublicUserSuccess,
    zFailure
]);

export const zReportAbuseBody = zAbuseReport;

export const zReportAbuseHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Success without a result, failure otherwise; `code` tells which.
 */
export const zReportAbuseResponse = /* @__PURE__ */ z.xor([
    zEmptySuccess,
    zFailure
]);

export const zPingSiteHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Version of the server on success, failure otherwise; `code` tells which.
 */
export const zPingSiteResponse = /* @__PURE__ */ z.xor([
    zVersionSuccess,
    zFailure
]);

export const zPrepareSignInHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

export const zPrepareSignInQuery = /* @__PURE__ */ (() => z.object({
    email: z.email()
}))();

/**
 * Ways to sign in on success, failure otherwise; `code` tells which.
 */
export const zPrepareSignInResponse = /* @__PURE__ */ z.xor([
    zSignInMethodsSuccess,
    zFailure
]);

export const zSignOutBody = zRefreshTokenRequest;

export const zSignOutHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Where to go next on success, failure otherwise; `code` tells which.
 */
export const zSignOutResponse = /* @__PURE__ */ z.xor([
    zSignOutSuccess,
    zFailure
]);

export const zSignInBody = zPasswordSignIn;

export const zSignInHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Tokens, or a request for the one-time code, or a failure; `code` tells which.
 */
export const zSignInResponse = /* @__PURE__ */ z.xor([
    zSignInSuccess,
    zTwoFactorRequired,
    zFailure
]);

export const zFinishTwoFactorSignInBody = zTwoFactorSignIn;

export const zFinishTwoFactorSignInHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * Tokens on success, failure otherwise; `code` tells which.
 */
export const zFinishTwoFactorSignInResponse = /* @__PURE__ */ z.xor([
    zSignInSuccess,
    zFailure
]);

export const zRefreshTokenBody = zRefreshTokenRequest;

export const zRefreshTokenHeaders = /* @__PURE__ */ (() => z.object({
    'X-Cr-Correlation-Id': z.optional(z.string().check(z.regex(/^[\s\S]*$/)))
}))();

/**
 * New pair of tokens on success, failure otherwise; `code` tells which.
 */
export const zRefreshTokenResponse = /* @__PURE__ */ z.xor([
    zTokenPairSuccess,
    zFailure
]);
