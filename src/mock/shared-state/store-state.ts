import type { StoreCondition } from '../metrics/store-figures.ts';

/** How the store does, and how much it has. */
export interface StoreState extends StoreCondition {
  /** Number of sandboxes; `undefined` while it is away. */
  readonly count: number | undefined;
}
