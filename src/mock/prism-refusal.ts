import { findMissingSchemes } from '../contract/check-credentials.ts';
import type { Operation, SecurityScheme } from '../contract/contract.ts';
import type { ParameterSource } from '../contract/decode-parameters.ts';
import { type AnswerSettings, completePreference } from './answer-settings.ts';
import { isViolation, readPreference } from './preference.ts';
import type { Negotiate } from './prism.ts';
import { type Diagnostic, diagnose } from './prism-diagnostic.ts';
import { formatProblem, isPreference } from './problem-json.ts';
import type { FormatError, Refusal, RefusalKind, RefusedRequest, Reply } from './refusal.ts';
import { reportDiagnostics } from './report-diagnostics.ts';

/** Refusals that a spec may declare an answer for; Prism words all others itself. */
const DECLARABLE: readonly RefusalKind[] = [
  'unauthenticated',
  'unsupported-media-type',
  'invalid-request',
];

/**
 * Makes the error format of a spec that nobody has told the errors of, as Prism has it: the answer that the spec
 * declares for the error (401, 415, 422 or 400), with `sl-violations`, or else a problem.
 *
 * `judge` says what becomes of a declared answer that may break the spec itself.
 */
export function createPrismFormat(
  negotiate: Negotiate,
  settings: AnswerSettings,
  judge: (reply: Reply, operation: Operation) => Reply | Refusal,
): FormatError {
  return (refusal, request) => {
    const { operation } = request;
    if (operation === undefined || !isDeclarable(refusal)) return formatProblem(refusal, request);
    const preference = readPreference(request.headers, request.query);
    if (isViolation(preference)) return formatProblem(refusal, request);
    const diagnostics = diagnoseRefusal(refusal, operation, request);
    const result = negotiate(operation, {
      accept: null,
      preference: completePreference(preference, settings, request),
      diagnostics,
    });
    if ('problem' in result) return result.problem;
    const judged = judge(result, operation);
    const reply = 'kind' in judged ? formatProblem(judged, request) : judged;
    return reportDiagnostics(reply, diagnostics, 'request');
  };
}

function isDeclarable({ kind, violations }: Refusal): boolean {
  return DECLARABLE.includes(kind) && !violations.some(isPreference);
}

function diagnoseRefusal(
  { kind, violations }: Refusal,
  operation: Operation,
  { headers, query }: RefusedRequest,
): Diagnostic[] {
  const source = { path: {}, headers, query };
  if (kind !== 'unauthenticated') {
    return [...diagnose(violations, 'request'), ...warnOfDeprecated(operation, source)];
  }
  const schemes = findMissingSchemes(operation, source);
  const challenges = schemes.flatMap(challenge);
  return [{ severity: 'Error', code: 401, message: 'Invalid security scheme used', challenges }];
}

/** Challenge of `WWW-Authenticate` for one scheme in Prism's spelling; an API key has none. */
function challenge({ type, scheme }: SecurityScheme): string[] {
  if (type === 'oauth2') return ['OAuth2'];
  if (type === 'openIdConnect') return ['OpenID'];
  if (type !== 'http') return [];
  if (scheme === 'basic') return ['Basic realm="*"'];
  if (scheme === 'digest') return ['Digest realm="*", nonce="abc123"'];
  return scheme === 'bearer' ? ['Bearer'] : [];
}

/** Warnings that Prism gives for deprecated parameters that were sent. */
export function warnOfDeprecated(operation: Operation, source: ParameterSource): Diagnostic[] {
  const { query, headers } = source;
  return operation.parameters
    .filter(({ deprecated }) => deprecated === true)
    .filter(({ in: part, name }) =>
      part === 'query' ? Boolean(query.get(name)) : part === 'header' && Boolean(headers.get(name)),
    )
    .map(({ in: part, name }) => ({
      location: [part, name],
      severity: 'Warning',
      code: 'deprecated',
      message: `${part === 'query' ? 'Query' : 'Header'} param ${name} is deprecated`,
    }));
}
