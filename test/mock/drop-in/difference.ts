import type { Answer } from './exchange.ts';

/** Request that is answered otherwise than by Prism, and why. */
export interface Difference {
  readonly request: string;
  readonly why: string;
  readonly ours: Partial<Answer>;
}
