import type { ProvenanceLevel } from '../contract/model/contract.ts';

interface LevelDisplay {
  /** Name of a badge colour in Redoc. */
  readonly color: string;
  readonly meaning: string;
}

/** Display of each level, from the best evidence to a guess. */
export const PROVENANCE_LEVELS: Readonly<Record<ProvenanceLevel, LevelDisplay>> = {
  documented: { color: 'green', meaning: 'The provider documents it.' },
  source: { color: 'blue', meaning: "The provider's source code shows it; no page does." },
  inferred: {
    color: 'orange',
    meaning: 'It follows from samples, from sibling pages or from a framework that is used.',
  },
  assumed: { color: 'red', meaning: 'Nothing shows it; a placeholder until someone knows.' },
};
