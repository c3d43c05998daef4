import { withDummyCredentials } from '../contract/example/example-request.ts';
import type { Operation } from '../contract/model/contract.ts';
import type { Case } from './case.ts';
import type { PlanTools } from './case-tools.ts';
import { planOperation } from './plan-operation.ts';
import { type SentRequest, toSent } from './sent-request.ts';

/** Request that a contract forbids, ready to be sent. */
export interface ForbiddenRequest {
  readonly title: string;
  readonly operation: Operation;
  readonly sent: SentRequest;
}

/** Whether to send bodies in media types that no operation takes. */
export interface ForbiddenOptions {
  readonly withUnknownTypes: boolean;
}

/** Lists requests that a contract forbids whatever the server knows, each of which differs from a valid one in one way. */
export async function listForbiddenRequests(
  operations: readonly Operation[],
  tools: PlanTools,
  { withUnknownTypes }: ForbiddenOptions,
): Promise<ForbiddenRequest[]> {
  const plans = operations.map((operation) => planOperation(operation, tools));
  return (await Promise.all(plans))
    .flatMap((plan) => (typeof plan === 'string' ? [] : plan.cases))
    .filter((one) => isForbidden(one) && (withUnknownTypes || one.kind !== 'media-type'))
    .map(({ operation, title, request }) => ({
      title: `${operation.id}: ${title}`,
      operation,
      sent: toSent(
        request.credentials === 'none' ? request : withDummyCredentials(request, operation),
        request.written,
      ),
    }));
}

/** Which ids and credentials are right is known to the server alone, and so is what else a path can do. */
function isForbidden({ kind, isAllowed, request }: Case): boolean {
  if (kind === 'credentials') return request.credentials === 'none';
  return !isAllowed && (kind === 'violation' || kind === 'media-type');
}
