import type { Contract, Operation, PathValues } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { HttpResponse } from '../http/message.ts';

/** Response, and what the log and the journal may tell of it. */
export interface Answer {
  readonly response: HttpResponse;
  /** Absent where the server itself answers. */
  readonly api?: AnsweringApi | undefined;
  /** Operation that was matched; absent where none was. */
  readonly operation?: Operation | undefined;
  readonly pathValues?: PathValues | undefined;
  /** Of the request where it was refused, or else of the reply. */
  readonly violations: readonly DescribedViolation[];
  /** Whether the request was refused for what it is, so that the violations are its own. */
  readonly isForbidden?: boolean;
}

/** API that has answered. The journal outlives it, and must not keep its contract in memory. */
export interface AnsweringApi {
  readonly name: string;
  readonly contract: WeakRef<Contract>;
}
