import { readSamples, type Samples, type Seeded, type Shared } from './samples.ts';
import type { DocumentRow } from './tables.ts';

/** Access to documents; each list is in response order. */
interface Access {
  readonly incoming: readonly DocumentRow[];
  readonly published: readonly DocumentRow[];
  readonly shared: readonly Shared[];
}

/** Number of users, incoming and public documents in the seed for paging. */
const MANY = 250;

/** Seeds of a new sandbox. */
export const seeds = {
  default: (world: Seeded) => fill(world, documentedAccess),
  empty: (world: Seeded) => fill(world, () => ({ incoming: [], published: [], shared: [] })),
  one: (world: Seeded) => fill(world, (samples) => repeatedAccess(samples, 1)),
  many: (world: Seeded) => fill(world, (samples) => repeatedAccess(samples, MANY)),
  public: (world: Seeded) =>
    fill(world, (samples) => ({ ...documentedAccess(samples), published: listOwn(samples) })),
};

/** Access as in the samples, with as many incoming documents as the documented count. */
function documentedAccess(samples: Samples): Access {
  const { incoming, incomingCount, published, withdrawn, details, shared } = samples;
  return {
    incoming: extend(incoming, incomingCount),
    published: [...published, withdrawn],
    shared: [details, shared],
  };
}

/** Access with equal numbers of incoming documents, public documents and users of one document. */
function repeatedAccess({ incoming, published, details }: Samples, length: number): Access {
  const [first = 'user'] = details.users;
  const users = Array.from({ length }, (_, at) => (at === 0 ? first : `${first}${at + 1}`));
  return {
    incoming: extend(incoming.slice(0, 1), length),
    published: extend(published.slice(0, 1), length),
    shared: [{ document: details.document, users }],
  };
}

/** Lists the documents that the samples share or publish. */
function listOwn({ published, withdrawn, details, shared }: Samples): DocumentRow[] {
  return [...published, withdrawn, details.document, shared.document];
}

/** Appends numbered copies of the first document. */
function extend(rows: readonly DocumentRow[], length: number): DocumentRow[] {
  const copies = rows.slice(0, 1).flatMap((row) =>
    Array.from({ length: length - rows.length }, (_, at) => ({
      ...row,
      documentId: String(Number(row.documentId) + at + 1),
      documentName: `${row.documentName} ${rows.length + at + 1}`,
      document_name_url: `${row.document_name_url}-${rows.length + at + 1}`,
    })),
  );
  return [...rows, ...copies];
}

function fill(world: Seeded, decide: (samples: Samples) => Access): void {
  const { documents, shares } = world.tables;
  const samples = readSamples(world);
  const { incoming, published, shared } = decide(samples);
  const incomingIds = new Set(incoming.map(({ documentId }) => documentId));
  const publicIds = new Set(published.map(({ documentId }) => documentId));
  for (const row of [...incoming, ...published, ...listOwn(samples)]) {
    const isIncoming = incomingIds.has(row.documentId);
    documents.put({ ...row, isIncoming, isPublic: publicIds.has(row.documentId) });
  }
  for (const { document, users } of shared) {
    for (const user of users) shares.put({ documentId: document.documentId, user });
  }
}
