import type { Operation } from '../../contract/model/contract.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { CheckedExchange } from '../check-exchange.ts';
import type { Exchange } from '../exchange.ts';

/** Exchange that the contract has an operation for, with what was found of it. */
export type Checked = Extract<CheckedExchange, { kind: 'checked' }>;

/** One thing in one exchange that does not fit the contract. */
export type Finding =
  | {
      readonly kind: 'violation';
      readonly of: 'request' | 'response';
      readonly operation: Operation;
      readonly violation: Violation;
      readonly exchange: Exchange;
      readonly checked: Checked;
    }
  /** Query parameter that the contract does not have. */
  | {
      readonly kind: 'parameter';
      readonly operation: Operation;
      readonly name: string;
      readonly value: string;
      readonly exchange: Exchange;
    }
  /** Path, or method of a path, that the contract does not have. */
  | {
      readonly kind: 'unknown';
      readonly what: 'path' | 'method';
      readonly path: string;
      readonly exchange: Exchange;
    };
