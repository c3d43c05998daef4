/** In what an answer can differ, in the order in which reports name it. */
export const DIFFERENCE_KINDS = [
  'status',
  'code',
  'message',
  'fields',
  'types',
  'values',
  'order',
  'headers',
  'body',
] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One thing in which our answer differs from the recorded one. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Place in the body, or `/name` of a header. */
  readonly pointer: string;
  /** `undefined` for what is absent. */
  readonly recorded: unknown;
  readonly ours: unknown;
}
