/** One way in which a contract cannot be enforced, or contradicts itself. */
export interface Defect {
  readonly kind: 'keyword' | 'value' | 'format' | 'pattern' | 'schema' | 'example';
  /** JSON Pointer in the bundled document. */
  readonly pointer: string;
  /** What was expected and what was found; the same text for equal defects. */
  readonly problem: string;
  /** What the author can do about it: a sentence. */
  readonly remedy: string;
}
