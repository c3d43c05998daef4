import { findDocument } from './documents.ts';
import { NO_DOCUMENT } from './failures.ts';
import type { CallOf } from './tables.ts';

/** Makes a document public; the fields about comments affect no response. */
export function makePublic(call: CallOf<'makePublicJson'>) {
  return setPublic(call, true);
}

/** Ends public access; a private document stays private. */
export function removePublic(call: CallOf<'removePublicJson'>) {
  return setPublic(call, false);
}

function setPublic(call: CallOf<'makePublicJson'>, isPublic: boolean) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  if (document.isPublic !== isPublic) call.tables.documents.put({ ...document, isPublic });
  return { result: { documentId: call.path.documentID, documentName: document.documentName } };
}
