/**
 * Marks a part of a document that cannot be used; its value says why. A schema with it accepts
 * anything, and what cannot do without the part says so when it is asked for.
 */
export const FLAW = 'x-flaw';

/** What is wrong with a part of a document. */
export interface Flaw {
  /** JSON Pointer in the bundled document. */
  readonly pointer: string;
  /** What was expected and what was found. */
  readonly problem: string;
}
