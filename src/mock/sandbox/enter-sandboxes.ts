import type { Violation } from '../../contract/violation.ts';
import { andThen, type Eventual } from '../eventual.ts';
import { recordRequest } from '../journal/record-request.ts';
import { refuseAsServer } from '../refuse-as-server.ts';
import type { Answer } from '../respond.ts';
import type { RoutedRequest } from '../routed-request.ts';
import type { WireRequest } from '../wire.ts';
import { findSandbox } from './find-sandbox.ts';
import type { Sandboxes } from './sandboxes.ts';

/** Answers a request that may name a sandbox. */
export type Route = (request: WireRequest) => Eventual<Answer>;

/** Takes each request to its sandbox, whose journal notes what became of it. */
export function enterSandboxes(
  answer: (request: RoutedRequest) => Eventual<Answer>,
  sandboxes: Sandboxes,
): Route {
  return (request) => {
    const found = findSandbox(request);
    if ('keyword' in found) return refuseName(found, request);
    const sandbox = sandboxes.open(found.sandbox);
    const { path, prefix } = found;
    const { method, origin, query, headers, body, rawHeaders, readRemoteAddress } = request;
    const base = origin + prefix;
    const wire = { method, origin, path, query, headers, body, rawHeaders, readRemoteAddress };
    const routed = { ...wire, base, sandbox };
    const startedAt = performance.now();
    return andThen(answer(routed), (answered) => {
      recordRequest(sandbox, request, answered, performance.now() - startedAt);
      return answered;
    });
  };
}

function refuseName(violation: Violation, request: WireRequest): Answer {
  const response = refuseAsServer({ kind: 'invalid-request', violations: [violation] }, request);
  return { response, violations: [violation] };
}
