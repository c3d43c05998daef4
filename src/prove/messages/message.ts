import type { CaseRequest, Constraint } from '../../cases/case.ts';
import type { Operation } from '../../contract/model/contract.ts';

/** A message, and what the contract says of it. */
export type Message = RequestMessage | ResponseMessage;

interface Described {
  readonly operation: Operation;
  /** Words for what is special, such as `body /name longer than 40`. */
  readonly title: string;
  readonly isAllowed: boolean;
  /** Rule that it breaks, or just keeps; none of a message that is just valid. */
  readonly constraint?: Constraint;
  /** JSON Pointer of the place, as a violation has it: into the body, or `/name` of a parameter or header and below. */
  readonly pointer: string;
}

export interface RequestMessage extends Described {
  readonly direction: 'request';
  readonly request: CaseRequest;
}

export interface ResponseMessage extends Described {
  readonly direction: 'response';
  /** As the contract declares it, such as `4XX`. */
  readonly declared: string;
  readonly response: ProvedResponse;
}

/** Answer as values, and as it is written. */
export interface ProvedResponse {
  readonly status: number;
  readonly mediaType?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where there is none, and where the text is not of its media type. */
  readonly body?: unknown;
  readonly written?: string | FormData;
}
