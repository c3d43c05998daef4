/** Act on a sandbox that waits for its turn, or for the store to accept what it did. */
export interface QueuedVisit {
  /** May be run more than once; its last result counts. */
  readonly act: () => void;
  /** Whether it goes on with what is known where the store is away. */
  readonly isLasting: boolean;
  /** When it came, in milliseconds of the process: nothing older than that may be answered. */
  readonly at: number;
  /** Hands out the result. */
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** How often others were faster. */
  refusals: number;
}

/** How an act ended. */
export type VisitEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Tells whoever waits for a visit how it ended. */
export function endVisit({ resolve, reject }: QueuedVisit, end: VisitEnd): void {
  if (end.kind === 'failed') reject(end.error);
  else resolve();
}
