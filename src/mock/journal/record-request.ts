import type { Answer } from '../respond.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { WireRequest } from '../wire.ts';
import { referTo } from './journal.ts';

/** Notes in the journal of a sandbox what it was asked and has answered. */
export function recordRequest(
  { journal }: Sandbox,
  { method, origin, path, query, rawHeaders, body }: WireRequest,
  { response, api, operation, pathValues, violations }: Answer,
  milliseconds: number,
): void {
  const isLost = response.loss === 'all';
  journal.record({
    kind: 'request',
    at: Date.now(),
    milliseconds,
    api: api?.name,
    operation: operation?.id,
    method,
    origin,
    path,
    query,
    pathValues,
    contract: api && referTo(api.contract),
    status: isLost ? undefined : response.status,
    violations,
    request: { headers: rawHeaders, body: body?.bytes },
    response: isLost ? undefined : response,
  });
}
