import type { components } from '../../src/generated/zoho-writer/types.ts';
import { defineTable, type Visit } from '../../src/mock/create-mock.ts';

type IncomingDocument = components['schemas']['IncomingDocument'];

/** Document under the names that the answers give its fields; whom it is shared with stands in rows of its own. */
export interface DocumentRow
  extends Omit<Required<IncomingDocument>, 'shared_users' | 'created_date'> {
  /** Unknown for the documented incoming document. */
  readonly created_date?: string;
  /** Whether somebody else shared it with the caller. */
  readonly isIncoming: boolean;
  readonly isPublic: boolean;
  /** Second id of the same document, which stands in the JSON form of its sharing details. */
  readonly otherId?: string;
}

/** One user that a document is shared with. */
export interface ShareRow {
  readonly documentId: string;
  readonly user: string;
}

export type World = Visit<typeof tables>;

/** Account of the documented count. */
export const OWNER = 'john';

/** The only moment that the samples name. */
export const EPOCH = '2007-05-30T13:43:01.984Z';

/** One user of a list: without what a list in brackets or XML has no place for. */
const USER = '^[^\\s,\\[\\]\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]+$';
const USER_PATTERN = new RegExp(USER, 'u');
const ALL = 'all';

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
        user: { type: 'string', pattern: USER },
      },
      additionalProperties: false,
    },
    indexes: { document: { group: ({ documentId }) => documentId } },
  }),
};

/** Document of an id; one that nobody created exists, unshared and private, unless the world is closed. */
export function findDocument(
  { tables: { documents }, settings }: World,
  id: string,
): DocumentRow | undefined {
  const [known = documents.list('otherId', id)[0]] = [documents.get(id)];
  return known ?? (settings.closedWorld ? undefined : createDocument(id, `Document ${id}`));
}

/** A private document of the owner that nothing is known of but its id and name. */
export function createDocument(id: string, name: string): DocumentRow {
  const time = String(Date.parse(EPOCH));
  return {
    documentId: id,
    documentName: name,
    version: '1.0',
    lastModifiedTime: time,
    writePermission: 'false',
    document_name_url: encodeURIComponent(name.replaceAll(' ', '-')),
    document_locked: 'false',
    document_blogged: 'false',
    authorName: OWNER,
    created_date: time,
    category: 'SHARED',
    isIncoming: false,
    isPublic: false,
  };
}

/** Documents of a list, in the order in which they came. */
export function listDocuments(
  { tables: { documents } }: World,
  list: 'incoming' | 'public',
): readonly DocumentRow[] {
  return documents.list(list, ALL);
}

/** Users that a document is shared with, in the order in which they came. */
export function listUsers(
  { tables: { shares } }: Pick<World, 'tables'>,
  { documentId }: DocumentRow,
): string[] {
  return shares.list('document', documentId).map(({ user }) => user);
}

export function keyOfShare({ documentId, user }: ShareRow): string {
  return `${documentId}/${user}`;
}

/** Whether a text can stand for a user in every form of an answer. */
export function isUser(text: string): boolean {
  return USER_PATTERN.test(text);
}
