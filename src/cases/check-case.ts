import { formatTarget } from '../contract/example/example-request.ts';
import { createMatcher } from '../contract/match/match-operation.ts';
import type { Contract, Operation } from '../contract/model/contract.ts';
import { findMedia } from '../contract/model/media-type.ts';
import type { Violation } from '../contract/model/violation.ts';
import type { ContractChecks } from '../contract/validate/contract-checks.ts';
import type { CaseRequest } from './case.ts';
import { toSent } from './sent-request.ts';

/**
 * Says what a contract has against a request as it goes over the wire, without its credentials; `undefined` if it would be for
 * another operation.
 */
export type CheckCase = (
  operation: Operation,
  request: CaseRequest,
) => Promise<readonly Violation[] | undefined>;

const UNREADABLE = { in: 'body', pointer: '', rule: { keyword: 'syntax', params: {} } } as const;

/** Creates the check of a contract. */
export function createCaseCheck(contract: Contract, checks: ContractChecks): CheckCase {
  const match = createMatcher(contract);
  return async (operation, request) => {
    const [path = '', queryText = ''] = formatTarget(request).split(/\?(.*)/s);
    const sent = toSent(request, request.written);
    const query = new URLSearchParams(queryText);
    const headers = new Headers(sent.headers);
    const found = match(request.method, path, { query, headers });
    if (found.kind !== 'operation' || found.operation !== operation) return undefined;
    const source = { path: found.pathValues, query, queryText, headers };
    const { violations } = checks.readParameters(operation, source);
    const all = [...violations, ...(await checkBody(operation, request, checks))];
    return all.filter(({ severity }) => severity !== 'warning');
  };
}

async function checkBody(
  operation: Operation,
  { written, mediaType = '' }: CaseRequest,
  checks: ContractChecks,
): Promise<readonly Violation[]> {
  if (written === undefined) return checks.checkRequestBody(operation, undefined, undefined);
  const { headers, text } = await encode(written, mediaType);
  const type = headers.get('content-type') ?? mediaType;
  const media = findMedia(operation.body?.content ?? [], type);
  if (media === undefined) return [{ ...UNREADABLE, rule: { keyword: 'mediaType', params: {} } }];
  try {
    const body = await checks.decodeBody(text, media, type);
    return checks.checkRequestBody(operation, media, body);
  } catch {
    return [UNREADABLE];
  }
}

/** What `fetch` would send. */
async function encode(written: string | FormData, mediaType: string) {
  const init = typeof written === 'string' ? { headers: { 'content-type': mediaType } } : {};
  const response = new Response(written, init);
  return { headers: response.headers, text: new Uint8Array(await response.arrayBuffer()) };
}
