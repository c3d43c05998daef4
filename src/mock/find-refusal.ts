import { checkCredentials } from '../contract/check-credentials.ts';
import type { Operation } from '../contract/contract.ts';
import type { ContractChecks } from '../contract/contract-checks.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { andThen, type Eventual } from './eventual.ts';
import { readRequestBody } from './read-request-body.ts';
import type { Refusal } from './refusal.ts';
import type { WireRequest } from './wire.ts';

/** First reason to refuse a request: its credentials, then the body's form, then all broken constraints together. */
export function findRefusal(
  request: Pick<WireRequest, 'body' | 'headers'>,
  operation: Operation,
  source: ParameterSource,
  checks: ContractChecks,
  bodyLimit: number,
): Eventual<Refusal | undefined> {
  const missing = checkCredentials(operation, source);
  if (missing.length > 0) return { kind: 'unauthenticated', violations: missing };
  const read = readRequestBody(request, source.headers, operation, checks, bodyLimit);
  return andThen(read, (body) => {
    if ('kind' in body) return body;
    const violations = [
      ...checks.checkParameters(operation, source),
      ...checks.checkRequestBody(operation, body.media, body.value),
    ];
    return violations.length > 0 ? { kind: 'invalid-request', violations } : undefined;
  });
}
