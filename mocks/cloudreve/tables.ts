import type { components, operations } from '../../src/generated/cloudreve/types.ts';
import { type Context, defineTable, type Handler } from '../../src/mock/authoring/index.ts';

type Schemas = components['schemas'];

/** User with what the server never shows. */
export interface UserRow {
  readonly account: Schemas['User'];
  readonly password: string;
  /** Second address that signs this user in. */
  readonly alias?: string;
  readonly is_two_factor?: boolean;
}

/** File or folder, by its URI with the id of the owner. */
export interface FileRow {
  readonly uri: string;
  readonly source_type: Schemas['ShareSourceType'];
  readonly size: number;
  readonly is_shortcut?: boolean;
  readonly is_trashed?: boolean;
}

/** Share as the server keeps it, before it is decided who sees what of it. */
export interface ShareRow {
  readonly id: string;
  /** Id of the user. */
  readonly owner: string;
  /** URI of the file. */
  readonly uri: string;
  readonly created_at: string;
  readonly visited: number;
  readonly downloaded: number;
  readonly remain_downloads?: number | undefined;
  readonly expires?: string | undefined;
  readonly password?: string | undefined;
  readonly share_view?: boolean | undefined;
  readonly show_readme?: boolean | undefined;
  readonly price?: number;
  readonly permission_setting?: Schemas['SharePermissionSetting'];
  /** Number of its deletion, which is soft: cursors that name the share lead on. */
  readonly deletion?: number;
}

/** Sign-in whose refresh tokens work. */
export interface SessionRow {
  /** `root_token_id` of its tokens. */
  readonly id: string;
  readonly user: string;
  readonly expires: string;
}

const INSTANT = { type: 'string', format: 'date-time' };
const COUNT = { type: 'integer', minimum: 0 };
const FLAG = { type: 'boolean' };

const byId = ({ id }: { readonly id: string }) => id;

export const tables = {
  users: defineTable<UserRow>()({
    key: ({ account }) => account.id,
    schema: {
      type: 'object',
      required: ['account', 'password'],
      properties: {
        account: { $ref: '#/components/schemas/User' },
        password: { type: 'string' },
        alias: { type: 'string', format: 'email' },
        is_two_factor: FLAG,
      },
      additionalProperties: false,
    },
    indexes: {
      email: { group: ({ account }) => account.email },
      alias: { group: ({ alias }) => alias },
    },
  }),
  files: defineTable<FileRow>()({
    key: ({ uri }) => uri,
    schema: {
      type: 'object',
      required: ['uri', 'source_type', 'size'],
      properties: {
        uri: { $ref: '#/components/schemas/FileUri' },
        source_type: { $ref: '#/components/schemas/ShareSourceType' },
        size: COUNT,
        is_shortcut: FLAG,
        is_trashed: FLAG,
      },
      additionalProperties: false,
    },
  }),
  shares: defineTable<ShareRow>()({
    key: byId,
    schema: {
      type: 'object',
      required: ['id', 'owner', 'uri', 'created_at', 'visited', 'downloaded'],
      properties: {
        id: { $ref: '#/components/schemas/HashId' },
        owner: { $ref: '#/components/schemas/HashId' },
        uri: { $ref: '#/components/schemas/FileUri' },
        created_at: INSTANT,
        visited: COUNT,
        downloaded: COUNT,
        remain_downloads: COUNT,
        expires: INSTANT,
        password: { type: 'string', pattern: '^[a-zA-Z0-9]{1,32}$' },
        share_view: FLAG,
        show_readme: FLAG,
        price: COUNT,
        permission_setting: { $ref: '#/components/schemas/SharePermissionSetting' },
        deletion: COUNT,
      },
      additionalProperties: false,
    },
    indexes: {
      owner: { group: ({ deletion, owner }) => (deletion === undefined ? owner : undefined) },
      // What a profile lists by default.
      public: {
        group: ({ deletion, password, owner }) =>
          deletion === undefined && password === undefined ? owner : undefined,
      },
      deleted: {
        group: ({ deletion }) => (deletion === undefined ? undefined : 'all'),
        order: ({ deletion: one = 0 }, { deletion: other = 0 }) => one - other,
      },
    },
  }),
  sessions: defineTable<SessionRow>()({ key: byId }),
  /** Sign-ins that still need a one-time code. */
  pending: defineTable<SessionRow>()({ key: byId }),
};

export type Tables = typeof tables;
export type CloudreveContext = Context<Tables>;

/** User on whose behalf a request is answered, the anonymous one included. */
export type Caller = UserRow;

/** Context of somebody. */
export type CallerContext = CloudreveContext & { readonly caller: Caller };

export type Handlers = {
  readonly [Id in keyof operations]?: Handler<operations[Id], Tables, Caller>;
};
