import type {
  ShareDetailsEnvelope,
  ShareDetailsResponse,
  ShareDocumentEnvelope,
  ShareDocumentResponse,
} from '../../generated/zoho-writer/types.ts';
import { readBoolean, readSharedTo, readUser } from './read-texts.ts';

/** Whom a document is shared with, the same from JSON and from XML. */
export interface ShareDetails {
  readonly documentId: string;
  readonly documentName: string;
  readonly sharedto: readonly string[];
  readonly writepermission: boolean;
}

/** Document and the users that it is now shared with, the same from JSON and from XML. */
export type SharedDocumentUsers = Omit<ShareDetails, 'writepermission'>;

/**
 * Normalises the sharing details of a document: JSON as it is answered, or XML as the client reads it.
 *
 * Throws TypeError where `sharedto` is no list in brackets.
 */
export function normaliseShareDetails(
  answer: ShareDetailsEnvelope | ShareDetailsResponse,
): ShareDetails {
  const { result } = 'response' in answer ? answer.response : answer;
  const { documentId, documentName, EmailShared } = result.sharedetail;
  return {
    documentId,
    documentName,
    sharedto: readSharedTo(EmailShared.sharedto),
    writepermission: readBoolean(EmailShared.writepermission),
  };
}

/** Normalises what sharing a document answers: JSON as it is answered, or XML as the client reads it. */
export function normaliseSharedDocument(
  answer: ShareDocumentEnvelope | ShareDocumentResponse,
): SharedDocumentUsers {
  const { result } = 'response' in answer ? answer.response : answer;
  const { documentId, documentName, sharedto } = result;
  return { documentId, documentName, sharedto: sharedto.user.map(readUser) };
}
