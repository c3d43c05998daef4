import type { Contract, Operation, PathValues } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import type { Answer } from '../answer/answer.ts';
import type { HttpRequest } from '../http/message.ts';

/** A request and its answer, as the log shows them. */
export interface Exchange {
  /** Name of the API; `undefined` if no API has the path. */
  readonly api: string | undefined;
  readonly contract: Contract | undefined;
  readonly method: string;
  /** Path and query, including the base path. */
  readonly target: string;
  readonly operation: Operation | undefined;
  readonly pathValues: PathValues | undefined;
  readonly status: number;
  readonly milliseconds: number;
  /** Violations of the request if it was refused, otherwise of the answer. */
  readonly violations: readonly DescribedViolation[];
}

/** Combines a request and its answer for the log. */
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
