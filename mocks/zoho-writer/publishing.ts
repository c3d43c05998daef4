import type { operations } from '../../src/generated/zoho-writer/types.ts';
import type { Call } from '../../src/mock/create-mock.ts';
import { findDocument, type tables } from './documents.ts';
import { NO_DOCUMENT } from './failures.ts';

type PublicCall = Call<operations['makePublicJson'], typeof tables, undefined>;

/** Opens a document to everybody; no answer shows what the fields about comments ask for. */
export function makePublic(call: PublicCall) {
  return setPublic(call, true);
}

/** Withdraws public access, from a private document too. */
export function removePublic(call: PublicCall) {
  return setPublic(call, false);
}

function setPublic(call: PublicCall, isPublic: boolean) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  if (document.isPublic !== isPublic) call.tables.documents.put({ ...document, isPublic });
  return { result: { documentId: call.path.documentID, documentName: document.documentName } };
}
