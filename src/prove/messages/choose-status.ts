import type { Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';

/** Successes that HTTP does not give a meaning of their own, then refusals. */
const CANDIDATES = [200, 201, 202, 203, 206, 226, 299, 418, 499];

/** Chooses a status for what a contract declares, such as `4XX`; `undefined` where others are declared for all of them. */
export function chooseStatus(declared: string, operation: Operation): number | undefined {
  if (/^\d{3}$/.test(declared)) return Number(declared);
  const isRange = /^[1-5]XX$/i.test(declared);
  const first = isRange ? 100 * Number(declared[0]) : 200;
  const last = isRange ? first + 99 : 599;
  for (let status = first; status <= last; status += 1) {
    if (findResponse(operation, status)?.status === declared) return status;
  }
  return undefined;
}

/** Chooses a status that a contract does not have for an operation. */
export function chooseUndeclared(operation: Operation): number | undefined {
  return CANDIDATES.find((status) => findResponse(operation, status) === undefined);
}
