import type { Contract, Operation, PathValues } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { Answer } from '../answer/answer.ts';
import type { HttpRequest } from '../http/message.ts';

/** One request and what became of it. */
export interface Exchange {
  /** Name of the API; absent where the path belongs to none. */
  readonly api: string | undefined;
  /** Contract of that API. */
  readonly contract: Contract | undefined;
  readonly method: string;
  /** Path and query, base path included. */
  readonly target: string;
  readonly operation: Operation | undefined;
  readonly pathValues: PathValues | undefined;
  readonly status: number;
  readonly milliseconds: number;
  /** Of the request where it was refused, or else of the answer. */
  readonly violations: readonly DescribedViolation[];
}

/** Describes a request and its answer for the log. */
export function describeExchange(
  { method, path, query }: HttpRequest,
  { response, api, operation, pathValues, violations }: Answer,
  milliseconds: number,
): Exchange {
  return {
    api: api?.name,
    contract: api?.contract.deref(),
    method,
    target: query === '' ? path : `${path}?${query}`,
    operation,
    pathValues,
    status: response.status,
    milliseconds,
    violations,
  };
}
