import { operation, type Route } from '../../client/index.ts';
import { getShareDetailsJson, shareDocumentJson } from '../../generated/zoho-writer/operations.ts';
import type {
  paths,
  ShareDetailsEnvelope,
  ShareDocumentEnvelope,
} from '../../generated/zoho-writer/types.ts';
import {
  normaliseShareDetails,
  normaliseSharedDocument,
  type ShareDetails,
  type SharedDocumentUsers,
} from './normalise-sharing.ts';

export {
  cancelSharingJson as cancelSharing,
  countIncomingDocumentsJson as countIncomingDocuments,
  getDocumentInfoJson as getDocumentInfo,
  listIncomingDocumentsJson as listIncomingDocuments,
  listPublicDocumentsJson as listPublicDocuments,
  makePublicJson as makePublic,
  removePublicJson as removePublic,
} from '../../generated/zoho-writer/operations.ts';

/** Types of an operation whose result is another one than its body. */
type WithResult<Types extends { readonly responses: object }, Result> = Omit<Types, 'responses'> & {
  readonly responses: Omit<Types['responses'], 200> & {
    readonly 200: { readonly content: { readonly 'application/json': Result } };
  };
};

type GetShareDetails = paths['/api/private/json/share/{documentID}']['get'];
type ShareDocument = paths['/api/private/json/shareDocument/{documentID}']['post'];

/** Shows whom a document is shared with, as a list, and whether they may write. */
export const getShareDetails = /* @__PURE__ */ operation<WithResult<GetShareDetails, ShareDetails>>(
  /* @__PURE__ */ withResult(getShareDetailsJson, (body) =>
    isShareDetails(body) ? normaliseShareDetails(body) : undefined,
  ),
);

/** Shares a document, and gives those that it is shared with. */
export const shareDocument = /* @__PURE__ */ operation<
  WithResult<ShareDocument, SharedDocumentUsers>
>(
  /* @__PURE__ */ withResult(shareDocumentJson, (body) =>
    isSharedDocument(body) ? normaliseSharedDocument(body) : undefined,
  ),
);

/** Makes the result of a body, which is a failure if there is none. */
function withResult({ route }: { readonly route: Route }, read: (body: unknown) => unknown): Route {
  const open = (_: unknown, body: unknown) => {
    const data = read(body);
    return data === undefined ? undefined : { data };
  };
  return { ...route, envelope: { code: '', success: '', open } };
}

function isShareDetails(body: unknown): body is ShareDetailsEnvelope {
  return typeof resultOf(body).sharedetail === 'object';
}

function isSharedDocument(body: unknown): body is ShareDocumentEnvelope {
  return Array.isArray(Object(resultOf(body).sharedto).user);
}

function resultOf(body: unknown) {
  return Object(Object(Object(body).response).result);
}
