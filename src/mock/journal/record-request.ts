import { bytesReadFrom } from '../read-bytes.ts';
import type { Answer } from '../respond.ts';
import type { RoutedRequest } from '../routed-request.ts';
import type { WireRequest } from '../wire.ts';
import { keepMessage, referTo } from './journal.ts';

/** Notes in the journal of a sandbox what it was asked and has answered. */
export function recordRequest(
  { method, origin, path, query, listHeaders, body }: WireRequest,
  { sandbox }: RoutedRequest,
  { response, api, operation, pathValues, violations }: Answer,
  milliseconds: number,
): void {
  const { status, headers } = response;
  sandbox.journal.record({
    kind: 'request',
    at: Date.now() - milliseconds,
    api: api?.name,
    method,
    origin,
    target: query === '' ? path : `${path}?${query}`,
    operation: operation?.id,
    pathValues,
    contract: api && referTo(api.contract),
    status: response.loss === 'all' ? undefined : status,
    milliseconds,
    violations,
    request: keepMessage(listHeaders, body && bytesReadFrom(body)),
    response:
      response.loss === 'all'
        ? undefined
        : keepMessage(() => Object.entries(headers), response.body),
  });
}
