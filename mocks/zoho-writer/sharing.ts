import type { components } from '../../src/generated/zoho-writer/types.ts';
import { bracketUsers, findDocument, listUsers } from './documents.ts';
import type { Format } from './envelope.ts';
import { BAD_STRUCTURE, NO_DOCUMENT } from './failures.ts';
import { type CallOf, type DocumentRow, isUser, keyOfShare } from './tables.ts';

type BooleanText = components['schemas']['BooleanText'];

/** Adds users to those of a document; the access of the call becomes that of all of them. */
export function shareDocument(call: CallOf<'shareDocumentJson'>, format: Format) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  const { shareto, allowtowrite } = call.body;
  const users = shareto.split(/, ?/);
  if (!users.every(isUser)) return BAD_STRUCTURE;
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

/** Removes one user, or none: nothing is said of a user that the document is not shared with. */
export function cancelSharing(call: CallOf<'cancelSharingJson'>) {
  const document = findDocument(call, call.path.documentID);
  if (document === undefined) return NO_DOCUMENT;
  const { documentId, documentName } = document;
  call.tables.shares.delete(keyOfShare({ documentId, user: call.body.emailid }));
  return { result: { documentId: call.path.documentID, documentName } };
}

/** Tells whom a document is shared with; an unshared one has an empty list of users who may only read. */
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

/** The XML sample has quotation marks inside the elements. */
function quoteUser(user: string, format: Format): string {
  return format === 'xml' ? `"${user}"` : user;
}

/** The samples have `True` in XML and `"true"` in JSON. */
function showAccess(isWriter: boolean, format: Format): BooleanText {
  if (format === 'xml') return isWriter ? 'True' : 'False';
  return isWriter ? 'true' : 'false';
}
