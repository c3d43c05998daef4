import type { ParameterSource } from '../../contract/decode/decode-parameters.ts';
import type { Operation, SecurityScheme } from '../../contract/model/contract.ts';
import { findMissingSchemes } from '../../contract/validate/check-credentials.ts';
import type { ApiRequest, FormatError, Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import { type AnswerSettings, completePreference } from './answer-settings.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { NegotiatedRequest, NegotiationProblem } from './negotiation.ts';
import { isViolation, readPreference } from './preference.ts';
import { formatProblem } from './problem-json.ts';
import { reportDiagnostics } from './report-diagnostics.ts';

/** Refusals for which Prism looks for a declared response; all others get Prism's own problem. */
type Declarable = Extract<
  Refusal,
  { readonly kind: 'unauthenticated' | 'unsupported-media-type' | 'invalid-request' }
>;

/**
 * Creates the error format of an API without its own, the same as Prism's: the declared response
 * for the error (401, 415, 422 or 400) with `sl-violations`, or else a problem.
 *
 * `negotiate` decides what to do with a declared response that breaks the document.
 */
export function createPrismFormat(
  negotiate: (
    operation: Operation,
    request: NegotiatedRequest,
  ) => Reply | Refusal | NegotiationProblem,
  settings: AnswerSettings,
): FormatError {
  return (refusal, request) => {
    const { operation } = request;
    if (operation === undefined) return formatProblem(refusal, request);
    if (refusal.kind === 'internal' && refusal.cause.type === 'invalid-reply') {
      const { query, headers } = request;
      const warnings = warnOfDeprecated(operation, { path: {}, query, headers });
      return reportDiagnostics(formatProblem(refusal, request), warnings, 'request');
    }
    if (!isDeclarable(refusal)) return formatProblem(refusal, request);
    const preference = readPreference(request.headers, request.query);
    if (isViolation(preference)) return formatProblem(refusal, request);
    const diagnostics = diagnoseRefusal(refusal, operation, request);
    const result = negotiate(operation, {
      accept: null,
      preference: completePreference(preference, settings, request),
      diagnostics,
    });
    if ('problem' in result) return result.problem;
    const reply = 'kind' in result ? formatProblem(result, request) : result;
    return reportDiagnostics(reply, diagnostics, 'request');
  };
}

function isDeclarable(refusal: Refusal): refusal is Declarable {
  switch (refusal.kind) {
    case 'unauthenticated':
    case 'unsupported-media-type':
    case 'invalid-request':
      return true;
    default:
      return false;
  }
}

function diagnoseRefusal(
  { kind, violations }: Declarable,
  operation: Operation,
  { headers, query }: ApiRequest,
): Diagnostic[] {
  const source = { path: {}, headers, query };
  if (kind !== 'unauthenticated') {
    return [...diagnose(violations, 'request'), ...warnOfDeprecated(operation, source)];
  }
  const schemes = findMissingSchemes(operation, source);
  const challenges = schemes.flatMap(challenge);
  return [{ severity: 'Error', code: 401, message: 'Invalid security scheme used', challenges }];
}

/** `WWW-Authenticate` challenge for a security scheme, as Prism writes it; none for an API key. */
function challenge({ type, scheme }: SecurityScheme): string[] {
  if (type === 'oauth2') return ['OAuth2'];
  if (type === 'openIdConnect') return ['OpenID'];
  if (type !== 'http') return [];
  if (scheme === 'basic') return ['Basic realm="*"'];
  if (scheme === 'digest') return ['Digest realm="*", nonce="abc123"'];
  return scheme === 'bearer' ? ['Bearer'] : [];
}

/** Prism's warnings for deprecated parameters in the request. */
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
