/** Reason why part of a contract cannot be enforced, or contradicts itself. */
export interface Defect {
  readonly kind: 'keyword' | 'value' | 'format' | 'pattern' | 'schema' | 'example' | 'operation';
  /** JSON Pointer in the bundled document. */
  readonly pointer: string;
  /** What was expected and what was found; equal defects have equal texts. */
  readonly problem: string;
  /** What the author can do about it, as a sentence. */
  readonly remedy: string;
}
