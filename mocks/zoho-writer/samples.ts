import type { components, operations } from '../../src/generated/zoho-writer/types.ts';
import type { SeededWorld } from '../../src/mock/authoring/index.ts';
import { createDocument } from './documents.ts';
import type { DocumentRow, tables } from './tables.ts';

export type Seeded = SeededWorld<operations, typeof tables>;

type Entry = components['schemas']['IncomingDocument' | 'PublicDocument'];

/** Document and the users it is shared with. */
export interface Shared {
  readonly document: DocumentRow;
  readonly users: readonly string[];
}

/** Documents in the samples, not yet shared or published. */
export interface Samples {
  /** Document of the sharing details. */
  readonly details: Shared;
  /** Document that is shared and then unshared. */
  readonly shared: Shared;
  /** Document whose public access is withdrawn. */
  readonly withdrawn: DocumentRow;
  readonly incoming: readonly DocumentRow[];
  readonly published: readonly DocumentRow[];
  /** Documented number of incoming documents; the sample of their list has fewer. */
  readonly incomingCount: number;
}

/** Reads the samples of the contract, with times relative to the start of the sandbox. */
export function readSamples(world: Seeded): Samples {
  const { example } = world;
  const { result: shared } = example('shareDocumentJson', 'documented').response;
  const { result: withdrawn } = example('removePublicJson', 'documented').response;
  const { result: count } = example('countIncomingDocumentsJson', 'documented').response;
  return {
    details: readDetails(world),
    shared: { document: readReference(world, shared), users: shared.sharedto.user },
    withdrawn: readReference(world, withdrawn),
    ...readLists(world),
    incomingCount: Number(count.documents.documentsCount),
  };
}

/**
 * The JSON sample has two ids: one in its `uri`, like the XML sample, and another in its details.
 */
function readDetails({ example, at }: Seeded): Shared {
  const { uri, result } = example('getShareDetailsJson', 'documented').response;
  const { documentId: otherId, documentName, EmailShared } = result.sharedetail;
  const created = createDocument(uri.slice(uri.lastIndexOf('/') + 1), documentName);
  return {
    document: moveTimes({ ...created, otherId, writePermission: EmailShared.writepermission }, at),
    users: EmailShared.sharedto.slice(1, -1).split(', '),
  };
}

function readReference(
  { at }: Seeded,
  { documentId, documentName }: components['schemas']['DocumentReference'],
): DocumentRow {
  return moveTimes(createDocument(documentId, documentName), at);
}

/** A document in both samples is one row. */
function readLists({ example, at }: Seeded): Pick<Samples, 'incoming' | 'published'> {
  const { incomingdocuments } = example('listIncomingDocumentsJson', 'inferred').response.result;
  const { publicdocuments } = example('listPublicDocumentsJson', 'inferred').response.result;
  const incoming = incomingdocuments.document.map((entry) => readEntry(entry, at));
  const rows = new Map(incoming.map((row) => [row.documentId, row]));
  const published = publicdocuments.document.map((entry) => ({
    ...readEntry(entry, at),
    ...rows.get(entry.documentId),
  }));
  return { incoming, published };
}

/** The samples do not say which users a listed document is shared with. */
function readEntry({ shared_users, ...entry }: Entry, at: Seeded['at']): DocumentRow {
  const { created_date, ...created } = createDocument(entry.documentId, entry.documentName);
  return moveTimes({ ...created, ...entry }, at);
}

function moveTimes(row: DocumentRow, at: Seeded['at']): DocumentRow {
  const move = (time: string) => `${Math.floor(at(new Date(Number(time)).toISOString()))}`;
  return {
    ...row,
    lastModifiedTime: move(row.lastModifiedTime),
    ...(row.created_date !== undefined && { created_date: move(row.created_date) }),
  };
}
