import type { Constraint, UnbrokenRule } from '../cases/case.ts';
import type { EnforcerName } from './enforcers/enforcer.ts';

/** What became of all violations of a contract. */
export interface Proof {
  readonly api: string;
  readonly title: string;
  /** Where the schemas of the client come from. */
  readonly schemas: 'project' | 'made';
  readonly scores: readonly Score[];
  /** Rules for which no violation can be derived. */
  readonly unbroken: readonly (UnbrokenRule & { readonly operation: string })[];
  /** Operations that no request can be made for, with the reason. */
  readonly unasked: readonly Unasked[];
  readonly milliseconds: number;
}

export interface Unasked {
  readonly operation: string;
  readonly reason: string;
}

/** How many violations one enforcer refused. */
export interface Score {
  readonly enforcer: EnforcerName;
  readonly all: number;
  readonly killed: number;
  /** Valid messages, which it has to accept. */
  readonly allowed: number;
  readonly accepted: number;
  readonly survivors: readonly Survivor[];
  /** Messages that are none of its business, by reason. */
  readonly excused: Readonly<Record<string, number>>;
}

/** Message that an enforcer treats otherwise than the contract does. */
export interface Survivor {
  readonly operation: string;
  readonly title: string;
  readonly problem: 'accepted' | 'not named' | 'refused';
  /** What the enforcer says of it. */
  readonly said: string;
  readonly constraint?: Constraint;
  /** What was sent in that place. */
  readonly value?: unknown;
}
