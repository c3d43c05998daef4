import type { Violation } from '../../contract/violation.ts';
import type { Router } from '../create-router.ts';
import type { Eventual } from '../eventual.ts';
import { refuseAsServer } from '../refuse-as-server.ts';
import type { Answer } from '../respond.ts';
import type { WireRequest } from '../wire.ts';
import { findSandbox } from './find-sandbox.ts';
import type { Sandboxes } from './sandboxes.ts';

/** Answers a request that may name a sandbox. */
export type Route = (request: WireRequest) => Eventual<Answer>;

/** Takes each request to its sandbox. */
export function enterSandboxes(route: Router, sandboxes: Sandboxes): Route {
  return (request) => {
    const found = findSandbox(request);
    if ('keyword' in found) return refuseName(found, request);
    const { path, prefix } = found;
    const base = request.origin + prefix;
    return route({ ...request, path, base, sandbox: sandboxes.open(found.sandbox) });
  };
}

function refuseName(violation: Violation, request: WireRequest): Answer {
  const response = refuseAsServer({ kind: 'invalid-request', violations: [violation] }, request);
  return { response, violations: [violation] };
}
