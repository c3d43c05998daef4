import type { ExampleRequest } from '../contract/example/example-request.ts';
import type { Operation } from '../contract/model/contract.ts';
import type { MessagePart } from '../contract/model/violation.ts';

/** Why a request is made. */
export type CaseKind =
  | 'example'
  | 'boundary'
  | 'violation'
  | 'credentials'
  | 'unknown-id'
  | 'method'
  | 'media-type'
  | 'random';

/** One request to an operation, and what its contract says of it. */
export interface Case {
  readonly kind: CaseKind;
  readonly operation: Operation;
  /** Words for what is special, such as `body /name longer than 40`; unique for its operation. */
  readonly title: string;
  readonly request: CaseRequest;
  readonly isAllowed: boolean;
  /** Place in the request, such as `body /name`; empty for the whole. */
  readonly where: string;
  /** JSON Pointer of that place in a body or a parameter. */
  readonly at?: string;
  /** Rule that a violation breaks, or that a boundary just keeps. */
  readonly constraint?: Constraint;
}

/** Request as values, which are written when it is sent. */
export interface CaseRequest extends ExampleRequest {
  /** Body as it is sent; absent where none is. */
  readonly written?: string | FormData;
  /** Names of path parameters whose values belong to the case; others may be replaced by ids that are known. */
  readonly fixed: ReadonlySet<string>;
  /** Whether credentials are left out, or wrong ones are sent. */
  readonly credentials?: 'none' | 'wrong';
}

/** One rule of a contract about requests or answers. */
export interface Constraint {
  readonly in: MessagePart;
  /** JSON Pointer of the schema in the bundled document. */
  readonly pointer: string;
  /** Keyword of JSON Schema, or a rule of HTTP such as `mediaType`. */
  readonly keyword: string;
  /** What tells it from others of the keyword, such as the name of a required member. */
  readonly detail?: string;
}

/** Rule that no message breaks. */
export interface UnbrokenRule {
  readonly constraint: Constraint;
  /** Place in the message, such as `body /name`. */
  readonly where: string;
  /** Why none does, such as `text cannot say null`. */
  readonly reason: string;
}

/** Called with each rule for which there is no case. */
export type ReportUnbroken = (rule: UnbrokenRule) => void;

/** Why a rule has no case. */
export const REASONS = {
  noValue: 'no valid value is known',
  noBreak: 'no value breaks it alone',
  unsaid: 'text cannot say it',
} as const;
