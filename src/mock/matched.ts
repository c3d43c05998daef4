import type { Operation } from '../contract/contract.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';

/** Operation that a request is meant for, with what its parameters are read from. */
export interface Matched {
  readonly operation: Operation;
  /** Path below the base path of the API. */
  readonly path: string;
  readonly source: ParameterSource;
}
