import type { Contract, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { splitPathKey } from '../../contract/model/path-key.ts';
import type { components } from '../../generated/mock-control/types.ts';
import type { StatusCounts } from '../journal/status-counter.ts';

type Schemas = components['schemas'];
type ApiCounts = NonNullable<ReturnType<StatusCounts['get']>>;

/** Describes how often each status of each operation of a contract was answered. */
export function describeCoverage(contract: Contract, counts: ApiCounts): Schemas['Coverage'] {
  return {
    operations: contract.operations.map((operation) => ({
      id: operation.id,
      method: operation.method.toUpperCase(),
      path: splitPathKey(operation.path).template,
      summary: operation.summary ?? null,
      statuses: countStatuses(operation, counts.get(operation.id) ?? new Map()),
    })),
  };
}

/** Declared statuses, then others that were answered. */
function countStatuses(
  operation: Operation,
  counts: ReadonlyMap<number, number>,
): Schemas['StatusCount'][] {
  const byStatus = new Map(operation.responses.map(({ status }) => [status, 0]));
  const declared = new Set(byStatus.keys());
  for (const [status, count] of counts) {
    const name = findResponse(operation, status)?.status ?? String(status);
    byStatus.set(name, (byStatus.get(name) ?? 0) + count);
  }
  return [...byStatus].map(([status, count]) => ({
    status,
    count,
    isDeclared: declared.has(status),
  }));
}
