import type { components, operations } from '../../src/generated/cloudreve/types.ts';
import { type Context, defineTable, type Handler } from '../../src/mock/authoring/index.ts';
import { entityIdOf, rootOf } from './file-ids.ts';

type Schemas = components['schemas'];

/** User, with data that the server never shows. */
export interface UserRow {
  readonly account: Schemas['User'];
  readonly password: string;
  /** Second e-mail address to sign in with. */
  readonly alias?: string;
  readonly is_two_factor?: boolean;
}

/** File or folder; its URI has the id of the owner. */
export interface FileRow {
  readonly uri: string;
  readonly source_type: Schemas['ShareSourceType'];
  readonly size: number;
  readonly is_shortcut?: boolean;
  readonly is_trashed?: boolean;
  /** Follows from the URI if absent, as `entity` does. */
  readonly id?: string;
  /** Id of the content. */
  readonly entity?: string;
  /** Creation of the owner's account if absent. */
  readonly created_at?: string;
  readonly updated_at?: string;
}

/** Stored share, of which each caller sees a part. */
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
  /** Sequence number of its soft deletion; cursors that name the share still work. */
  readonly deletion?: number;
}

/** Sign-in with valid refresh tokens. */
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
      email: { group: ({ account }) => account.email?.toLowerCase() },
      alias: { group: ({ alias }) => alias?.toLowerCase() },
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
        id: { $ref: '#/components/schemas/HashId' },
        entity: { $ref: '#/components/schemas/HashId' },
        created_at: INSTANT,
        updated_at: INSTANT,
      },
      additionalProperties: false,
    },
    indexes: {
      /** Files of one file system. */
      root: { group: ({ uri }) => rootOf(uri) },
      entity: { group: (file) => entityIdOf(file) },
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
      // Shares that a profile lists by default.
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

/** User who sent the request, possibly anonymous. */
export type Caller = UserRow;

/** Context with its caller. */
export type CallerContext = CloudreveContext & { readonly caller: Caller };

export type Handlers = {
  readonly [Id in keyof operations]?: Handler<operations[Id], Tables, Caller>;
};
