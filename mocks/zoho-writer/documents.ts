import { ALL, type DocumentRow, type World } from './tables.ts';

/** Account in the documented count. */
export const OWNER = 'john';

/** The only time that the samples contain. */
export const EPOCH = '2007-05-30T13:43:01.984Z';

/** Finds a document; an unknown one exists and is private, unless the world is closed. */
export function findDocument(
  { tables: { documents }, settings }: World,
  id: string,
): DocumentRow | undefined {
  const known = documents.get(id) ?? documents.list('otherId', id)[0];
  return known ?? (settings.closedWorld ? undefined : createDocument(id, `Document ${id}`));
}

/** Creates a private document of the owner from an id and a name. */
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

/** Lists documents in the order in which they were added. */
export function listDocuments(
  { tables: { documents } }: World,
  list: 'incoming' | 'public',
): readonly DocumentRow[] {
  return documents.list(list, ALL);
}

/** Lists the users of a document in the order in which they were added. */
export function listUsers(
  { tables: { shares } }: Pick<World, 'tables'>,
  { documentId }: DocumentRow,
): string[] {
  return shares.list('document', documentId).map(({ user }) => user);
}

/** Formats users as the single text that some responses have instead of a list. */
export function bracketUsers(users: readonly string[]): string {
  return `[${users.join(', ')}]`;
}
