import type { components } from '../../src/generated/zoho-writer/types.ts';
import { bracketUsers, findDocument, listDocuments, listUsers, OWNER } from './documents.ts';
import type { Outcome } from './envelope.ts';
import { NO_DOCUMENT, RANGE_NOT_SATISFIED } from './failures.ts';
import type { CallOf, DocumentRow, World } from './tables.ts';

type Range = CallOf<'listPublicDocumentsJson'>['query'];

/** Highest limit, and the default, which is not documented. */
const LIMIT = 100;

/** Lists documents that others shared with the caller. */
export function listIncomingDocuments(call: CallOf<'listIncomingDocumentsJson'>) {
  const page = cut(listDocuments(call, 'incoming'), call.query);
  if (page === undefined) return RANGE_NOT_SATISFIED;
  const document = page.map((row) => showIncoming(call, row));
  return { result: { incomingdocuments: { document } } };
}

/** Counts documents that others shared with the caller. */
export function countIncomingDocuments(
  call: CallOf<'countIncomingDocumentsJson'>,
): Outcome<{ documents: components['schemas']['IncomingCount'] }, never> {
  const { length } = listDocuments(call, 'incoming');
  return { result: { documents: { ownerName: OWNER, documentsCount: String(length) } } };
}

/** Lists documents that the caller made public. */
export function listPublicDocuments(call: CallOf<'listPublicDocumentsJson'>) {
  const page = cut(listDocuments(call, 'public'), call.query);
  if (page === undefined) return RANGE_NOT_SATISFIED;
  const document = page.map((row) => ({ ...showInfo(call, row), category: row.category }));
  return { result: { publicdocuments: { document } } };
}

/** Returns the metadata of a document, under the requested id. */
export function getDocumentInfo(call: CallOf<'getDocumentInfoJson'>) {
  const { documentID: documentId } = call.path;
  const document = findDocument(call, documentId);
  if (document === undefined) return NO_DOCUMENT;
  return { result: { document: { ...showInfo(call, document), documentId } } };
}

/** Returns items from a start counted from 1; `undefined` if the list ends before it. */
function cut(
  rows: readonly DocumentRow[],
  { 'start-from': start = 1, limit = LIMIT }: Range,
): readonly DocumentRow[] | undefined {
  if (start > Math.max(1, rows.length)) return undefined;
  return rows.slice(start - 1, start - 1 + limit);
}

function showIncoming(world: World, row: DocumentRow): components['schemas']['IncomingDocument'] {
  return {
    documentId: row.documentId,
    documentName: row.documentName,
    version: row.version,
    lastModifiedTime: row.lastModifiedTime,
    writePermission: row.writePermission,
    document_name_url: row.document_name_url,
    shared_users: bracketUsers(listUsers(world, row)),
    document_locked: row.document_locked,
    document_blogged: row.document_blogged,
    authorName: row.authorName,
    ...(row.created_date !== undefined && { created_date: row.created_date }),
    category: row.category,
  };
}

function showInfo(world: World, row: DocumentRow): components['schemas']['DocumentInfo'] {
  return {
    documentId: row.documentId,
    documentName: row.documentName,
    version: row.version,
    document_name_url: row.document_name_url,
    shared_users: bracketUsers(listUsers(world, row)),
    document_locked: row.document_locked,
    document_blogged: row.document_blogged,
    authorName: row.authorName,
    created_date: row.created_date ?? row.lastModifiedTime,
  };
}
