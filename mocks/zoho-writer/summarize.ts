import type { ItemSummary, SummaryView } from '../../src/mock/authoring/index.ts';
import { ALL, type DocumentRow, type tables } from './tables.ts';

type View = SummaryView<typeof tables>;

/** Summarises who may see which document: users, everybody, and the caller where another one has shared it. None ends by itself. */
export function summarize(view: View): ItemSummary[] {
  const { documents, shares } = view.tables;
  return [
    ...shares.rows().map(({ documentId, user }) => ({
      ...describe(documents.get(documentId), documentId),
      id: `${documentId}:${user}`,
      kind: 'share',
      label: `${nameOf(documents.get(documentId), documentId)}, with ${user}`,
    })),
    ...documents.list('public', ALL).map((document) => ({
      ...describe(document, document.documentId),
      kind: 'public document',
    })),
    ...documents.list('incoming', ALL).map((document) => ({
      ...describe(document, document.documentId),
      kind: 'incoming document',
      label: `${document.documentName}, from ${document.authorName}`,
    })),
  ];
}

function describe(document: DocumentRow | undefined, id: string) {
  const created = Number(document?.created_date);
  return {
    id,
    label: nameOf(document, id),
    link: null,
    state: 'active' as const,
    createdAt: Number.isFinite(created) ? created : null,
    expiresAt: null,
  };
}

function nameOf(document: DocumentRow | undefined, id: string): string {
  return document?.documentName ?? `Document ${id}`;
}
