import type { components, operations } from '../../src/generated/zoho-writer/types.ts';
import { type Call, type Context, defineTable } from '../../src/mock/authoring/index.ts';

type IncomingDocument = components['schemas']['IncomingDocument'];

/** Document, with the field names of the responses; its users are separate rows. */
export interface DocumentRow
  extends Omit<Required<IncomingDocument>, 'shared_users' | 'created_date'> {
  /** Unknown for the documented incoming document. */
  readonly created_date?: string;
  /** Whether another user shared it with the caller. */
  readonly isIncoming: boolean;
  readonly isPublic: boolean;
  /** Second id of the document, which the JSON form of its sharing details shows. */
  readonly otherId?: string;
}

/** User whom a document is shared with. */
export interface ShareRow {
  readonly documentId: string;
  readonly user: string;
}

/** State that the rules read and change. */
export type World = Context<typeof tables>;

/** Call of an operation; the JSON and XML forms have the same type. */
export type CallOf<Id extends keyof operations> = Call<operations[Id], typeof tables, undefined>;

/** Index group that holds all rows. */
export const ALL = 'all';

/** Documents, and the users they are shared with. */
export const tables = {
  documents: defineTable<DocumentRow>()({
    key: ({ documentId }) => documentId,
    schema: {
      type: 'object',
      required: [
        'documentId',
        'documentName',
        'version',
        'lastModifiedTime',
        'writePermission',
        'document_name_url',
        'document_locked',
        'document_blogged',
        'authorName',
        'category',
        'isIncoming',
        'isPublic',
      ],
      properties: {
        documentId: { $ref: '#/components/schemas/DocumentId' },
        documentName: { type: 'string' },
        version: { $ref: '#/components/schemas/DocumentVersion' },
        lastModifiedTime: { $ref: '#/components/schemas/MillisecondTime' },
        writePermission: { $ref: '#/components/schemas/BooleanText' },
        document_name_url: { $ref: '#/components/schemas/DocumentUrlName' },
        document_locked: { $ref: '#/components/schemas/BooleanText' },
        document_blogged: { $ref: '#/components/schemas/BooleanText' },
        authorName: { $ref: '#/components/schemas/User' },
        created_date: { $ref: '#/components/schemas/MillisecondTime' },
        category: { type: 'string' },
        isIncoming: { type: 'boolean' },
        isPublic: { type: 'boolean' },
        otherId: { $ref: '#/components/schemas/DocumentId' },
      },
      additionalProperties: false,
    },
    indexes: {
      incoming: { group: ({ isIncoming }) => (isIncoming ? ALL : undefined) },
      public: { group: ({ isPublic }) => (isPublic ? ALL : undefined) },
      otherId: { group: ({ otherId }) => otherId },
    },
  }),
  shares: defineTable<ShareRow>()({
    key: keyOfShare,
    schema: {
      type: 'object',
      required: ['documentId', 'user'],
      properties: {
        documentId: { $ref: '#/components/schemas/DocumentId' },
        user: { $ref: '#/components/schemas/User' },
      },
      additionalProperties: false,
    },
    indexes: { document: { group: ({ documentId }) => documentId } },
  }),
};

/** Returns the key of the row that shares a document with a user. */
export function keyOfShare({ documentId, user }: ShareRow): string {
  return `${documentId}:${user}`;
}
