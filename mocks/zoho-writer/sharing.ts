import type { components } from '../../src/generated/zoho-writer/types.ts';
import { bracketUsers, findDocument, listUsers } from './documents.ts';
import type { Format } from './envelope.ts';
import { NO_DOCUMENT } from './failures.ts';
import { type CallOf, type DocumentRow, keyOfShare } from './tables.ts';

type BooleanText = components['schemas']['BooleanText'];

/** Shares a document with more users; all its users get the access in the request. */
export function shareDocument(call: CallOf<'shareDocumentJson'>, format: Format) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  const { shareto, allowtowrite } = call.body;
  const users = shareto.split(/, ?/);
  const { documents, shares } = call.tables;
  documents.put({ ...document, writePermission: allowtowrite ? 'true' : 'false' });
  for (const user of users) shares.put({ documentId: document.documentId, user });
  return {
    result: {
      documentId: call.path.documentID,
      documentName: document.documentName,
      sharedto: { user: listUsers(call, document).map((user) => quoteUser(user, format)) },
    },
  };
}

/** Unshares a document with one user; a user whom it is not shared with is not an error. */
export function cancelSharing(call: CallOf<'cancelSharingJson'>) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  const { documentId, documentName } = document;
  call.tables.shares.delete(keyOfShare({ documentId, user: call.body.emailid }));
  return { result: { documentId: call.path.documentID, documentName } };
}

/** Returns the users of a document; an unshared one has an empty list with read access. */
export function getShareDetails(call: CallOf<'getShareDetailsJson'>, format: Format) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  const { otherId, documentName } = document;
  const users = listUsers(call, document);
  return {
    result: {
      sharedetail: {
        documentId: (format === 'json' ? otherId : undefined) ?? call.path.documentID,
        documentName,
        EmailShared: {
          sharedto: bracketUsers(users),
          writepermission: showAccess(users.length > 0 && mayWrite(document), format),
        },
      },
    },
  };
}

function mayWrite({ writePermission }: DocumentRow): boolean {
  return writePermission.toLowerCase() === 'true';
}

/** The XML sample has quotation marks inside its elements. */
function quoteUser(user: string, format: Format): string {
  return format === 'xml' ? `"${user}"` : user;
}

/** The samples have `True` in XML and `"true"` in JSON. */
function showAccess(isWriter: boolean, format: Format): BooleanText {
  if (format === 'xml') return isWriter ? 'True' : 'False';
  return isWriter ? 'true' : 'false';
}
