import type { operations } from '../../src/generated/zoho-writer/types.ts';
import { defineBehaviour } from '../../src/mock/authoring/index.ts';
import { EPOCH } from './documents.ts';
import { inJson, inXml, writeFailure } from './envelope.ts';
import { BAD_TICKET } from './failures.ts';
import {
  countIncomingDocuments,
  getDocumentInfo,
  listIncomingDocuments,
  listPublicDocuments,
} from './listing.ts';
import { makePublic, removePublic } from './publishing.ts';
import { seeds } from './seeds.ts';
import { cancelSharing, getShareDetails, shareDocument } from './sharing.ts';
import { summarize } from './summarize.ts';
import { tables } from './tables.ts';

/** Behaviour of Zoho Writer; each rule serves both the JSON and the XML path. */
export const behaviour = defineBehaviour<operations>()({
  epoch: EPOCH,
  tables,
  seeds,
  identify: ({ request: { path, query }, settings }) =>
    settings.strictAuth && !settings.credentials.has(query.get('ticket') ?? '')
      ? { reply: writeFailure(BAD_TICKET, path) }
      : { caller: undefined },
  handlers: {
    shareDocumentJson: inJson(shareDocument),
    shareDocumentXml: inXml(shareDocument),
    cancelSharingJson: inJson(cancelSharing),
    cancelSharingXml: inXml(cancelSharing),
    getShareDetailsJson: inJson(getShareDetails),
    getShareDetailsXml: inXml(getShareDetails),
    listIncomingDocumentsJson: inJson(listIncomingDocuments),
    listIncomingDocumentsXml: inXml(listIncomingDocuments),
    countIncomingDocumentsJson: inJson(countIncomingDocuments),
    countIncomingDocumentsXml: inXml(countIncomingDocuments),
    listPublicDocumentsJson: inJson(listPublicDocuments),
    listPublicDocumentsXml: inXml(listPublicDocuments),
    makePublicJson: inJson(makePublic),
    makePublicXml: inXml(makePublic),
    removePublicJson: inJson(removePublic),
    removePublicXml: inXml(removePublic),
    getDocumentInfoJson: inJson(getDocumentInfo),
    getDocumentInfoXml: inXml(getDocumentInfo),
  },
  summarize,
});
