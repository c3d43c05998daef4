import { join } from 'node:path';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMatcher } from '../../../src/contract/match/match-operation.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';

/** Request that keeps the contract. */
export interface Received {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a server does otherwise than the contract says; `undefined` for what it does as it should. */
export type Defect = (request: Received) => Response | undefined;

export const PARCELS = await loadContract(join(import.meta.dirname, 'parcels.yaml'));

const match = createMatcher(PARCELS);
const checks = createContractChecks(PARCELS);

/** Creates a handler that keeps `parcels.yaml` but for a defect. */
export function createParcelServer(defect: Defect): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const { method, headers } = request;
    const found = match(method.toLowerCase(), url.pathname);
    if (found.kind !== 'operation') {
      return new Response(null, { status: found.kind === 'unknown-method' ? 405 : 404 });
    }
    const source = {
      path: found.pathValues,
      query: url.searchParams,
      queryText: url.search.slice(1),
      headers,
    };
    const body = readBody(await request.text());
    const isPost = method === 'POST';
    const isJson = headers.get('content-type') === 'application/json';
    const violations = [
      ...checks.readParameters(found.operation, source).violations,
      ...(isPost
        ? checks.checkRequestBody(found.operation, found.operation.body?.content[0], body)
        : []),
    ];
    if (violations.length > 0 || (isPost && !isJson)) return refuse('It breaks a rule.');
    const own = { method, query: url.searchParams, headers, body: isObject(body) ? body : {} };
    return defect(own) ?? Response.json(isPost ? body : []);
  };
}

/** Refuses as the contract says it. */
export function refuse(problem: string): Response {
  return Response.json({ problem }, { status: 422 });
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
