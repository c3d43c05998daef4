import { checkCredentials } from '../contract/check-credentials.ts';
import type { Operation } from '../contract/contract.ts';
import type { ContractChecks, ParameterValues } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { joinLists } from '../contract/join-lists.ts';
import { andThen, type Eventual } from './eventual.ts';
import { readRequestBody } from './read-request-body.ts';
import type { Refusal } from './refusal.ts';
import type { WireRequest } from './wire.ts';

/** Credentials that are missing. */
export function findMissingCredentials(
  operation: Operation,
  source: ParameterSource,
): Refusal | undefined {
  const missing = checkCredentials(operation, source);
  return missing.length > 0 ? { kind: 'unauthenticated', violations: missing } : undefined;
}

/** Request that keeps the contract, as it was read. */
export interface Accepted {
  readonly parameters: ParameterValues;
  /** `undefined` where no body was sent. */
  readonly body: unknown;
}

/** What a request says that keeps the contract, or the reason to refuse it: the body's form, then all broken constraints. */
export function readAccepted(
  request: Pick<WireRequest, 'body' | 'headers'>,
  operation: Operation,
  source: ParameterSource,
  checks: ContractChecks,
  bodyLimit: number,
): Eventual<Accepted | Refusal> {
  const read = readRequestBody(request, source.headers, operation, checks, bodyLimit);
  return andThen(read, (body) => {
    if ('kind' in body) return body;
    const parameters = checks.readParameters(operation, source);
    const violations = joinLists(
      parameters.violations,
      checks.checkRequestBody(operation, body.media, body.value),
    );
    return violations.length > 0
      ? { kind: 'invalid-request', violations }
      : { parameters: parameters.values, body: body.value };
  });
}
