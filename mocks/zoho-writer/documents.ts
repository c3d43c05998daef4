import { ALL, type DocumentRow, type World } from './tables.ts';

/** Account of the documented count. */
export const OWNER = 'john';

/** The only moment that the samples name. */
export const EPOCH = '2007-05-30T13:43:01.984Z';

/** Document of an id; one that nobody created exists, unshared and private, unless the world is closed. */
export function findDocument(
  { tables: { documents }, settings }: World,
  id: string,
): DocumentRow | undefined {
  const known = documents.get(id) ?? documents.list('otherId', id)[0];
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

/** Users as the one text that some answers have in place of a list. */
export function bracketUsers(users: readonly string[]): string {
  return `[${users.join(', ')}]`;
}
