import { findDocument } from './documents.ts';
import { NO_DOCUMENT } from './failures.ts';
import type { CallOf } from './tables.ts';

/** Opens a document to everybody; no answer shows what the fields about comments ask for. */
export function makePublic(call: CallOf<'makePublicJson'>) {
  return setPublic(call, true);
}

/** Withdraws public access, from a private document too. */
export function removePublic(call: CallOf<'removePublicJson'>) {
  return setPublic(call, false);
}

function setPublic(call: CallOf<'makePublicJson'>, isPublic: boolean) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  if (document.isPublic !== isPublic) call.tables.documents.put({ ...document, isPublic });
  return { result: { documentId: call.path.documentID, documentName: document.documentName } };
}
