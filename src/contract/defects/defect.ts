/** What is wrong with a part of a contract, as a kind. */
export type DefectKind =
  | 'keyword'
  | 'value'
  | 'format'
  | 'pattern'
  | 'slow'
  | 'schema'
  | 'example'
  | 'operation';

/** Reason why part of a contract cannot be enforced, or contradicts itself. */
export interface Defect {
  readonly kind: DefectKind;
  /** JSON Pointer in the bundled document. */
  readonly pointer: string;
  /** What was expected and what was found; equal defects have equal texts. */
  readonly problem: string;
  /** Name of an unknown format. */
  readonly name?: string;
  /** What the author can do about it, as a sentence. */
  readonly remedy: string;
}
