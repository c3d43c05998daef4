import type { UnbrokenRule } from '../../cases/case.ts';
import type { Message } from './message.ts';

/** What follows from the rules of an operation. */
export interface Derived {
  readonly messages: readonly Message[];
  /** Rules for which no violation can be derived. */
  readonly unbroken: readonly UnbrokenRule[];
}
