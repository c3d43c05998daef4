import type { Provenance } from '../../contract/model/contract.ts';
import type { Origin } from './read-origins.ts';

/** Formats the line about an operation: `**Provenance: inferred.** Note. [Evidence](<url>)`. */
export function formatOperationOrigin({ provenance, edition }: Origin): string {
  return joinWords([
    provenance && `**Provenance: ${provenance.level}.**`,
    edition && `**Edition: ${edition}.**`,
    provenance?.note,
    provenance && formatEvidence(provenance),
  ]);
}

/** Formats the line about any other part: `*Inferred: note.* [Evidence](<url>)`. */
export function formatOrigin({ provenance, edition }: Origin): string {
  return joinWords([
    edition && `*Edition: ${edition}.*`,
    provenance && formatProvenance(provenance),
    provenance && formatEvidence(provenance),
  ]);
}

function formatProvenance({ level, note }: Provenance): string {
  const label = level.charAt(0).toUpperCase() + level.slice(1);
  return note === undefined ? `*${label}.*` : `*${label}: ${note}*`;
}

function formatEvidence({ url }: Provenance): string | undefined {
  return url && `[Evidence](<${url}>)`;
}

function joinWords(words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}
