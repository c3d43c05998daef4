import type { ApiRequest, FormatError, Reply, Violation } from '../../src/mock/authoring/index.ts';
import {
  type FailedRequest,
  failBinding,
  loginRequired,
  undecodableId,
  undecodableIds,
  unknownUri,
} from './envelope.ts';

/** Names of the server's Go fields where they are not the member's name in PascalCase. */
const GO_FIELDS: Readonly<Record<string, string>> = { ids: 'ShareIDs' };

/**
 * Error format of the open-source server: HTTP 200 with a `code` and a `msg`, text only for unknown routes.
 *
 * Binding errors name the first failing field and carry no `correlation_id`; all others carry one.
 */
export const formatError: FormatError = (refusal, request) => {
  switch (refusal.kind) {
    case 'unknown-path':
    case 'unknown-method':
      return { status: 404, mediaType: 'text/plain', body: '404 page not found' };
    case 'internal':
      return { status: 500 };
    case 'unauthenticated':
      return loginRequired(failedRequest(request));
    case 'body-too-large':
    case 'malformed-body':
    case 'unsupported-media-type':
    case 'not-acceptable':
      return failBinding('Parameter error');
    case 'invalid-request':
      return refuseInvalid(chooseFirst(refusal.violations), request);
  }
};

function refuseInvalid(violation: Violation | undefined, request: ApiRequest): Reply {
  if (violation === undefined) return failBinding('Invalid parameters.');
  const failed = failedRequest(request);
  if (violation.in === 'path') return undecodableId(failed);
  if (isUnknownUri(violation)) return unknownUri(failed);
  if (isUndecodableItem(violation)) return undecodableIds(failed);
  return failBinding(describe(violation));
}

/** The server decodes the id in the path, parses the query and body, validates values, and takes them apart last. */
function chooseFirst(violations: readonly Violation[]): Violation | undefined {
  return (
    violations.find((violation) => violation.in === 'path') ??
    violations.find((violation) => violation.rule.keyword === 'type' && !isZeroValue(violation)) ??
    violations.find((violation) => !isUnknownUri(violation) && !isUndecodableItem(violation)) ??
    violations[0]
  );
}

/** Sharing takes any text for a URI until it reads it. */
function isUnknownUri({ in: part, pointer, rule, found }: Violation): boolean {
  const isForm = rule.keyword === 'format' || rule.keyword === 'pattern';
  return part === 'body' && pointer === '/uri' && isForm && found !== '';
}

/** Ids of a list are decoded one by one; null stands for the empty text. */
function isUndecodableItem({ in: part, pointer, rule, found }: Violation): boolean {
  const isForm = rule.keyword === 'pattern' || found === null;
  return part === 'body' && pointer.startsWith('/ids/') && isForm;
}

/** An answer that no behaviour made has no seeded source of ids. */
function failedRequest(request: ApiRequest): FailedRequest {
  return { request, random: { uuid: () => crypto.randomUUID() } };
}

function describe(violation: Violation): string {
  const { pointer, rule } = violation;
  const { keyword } = rule;
  const field = goField(pointer.split('/')[1] ?? '');
  if (isZeroValue(violation)) return `${field} cannot be empty`;
  if (keyword === 'type')
    return violation.in === 'body' ? 'JSON marshall error' : 'Parameter error';
  if (keyword === 'required')
    return pointer === '' ? 'Parameter error' : `${field} cannot be empty`;
  if (keyword === 'minimum' || keyword === 'minLength') return `${field} too short`;
  if (keyword === 'maximum' || keyword === 'maxLength') return `${field} too long`;
  if (keyword === 'format' && field === 'Email') return 'Email format error';
  return 'Invalid parameters.';
}

/** Null, 0 and the empty text become the zero value of their Go type, which counts as absent; JSON text is no number. */
function isZeroValue({ in: part, pointer, rule, found }: Violation): boolean {
  if (pointer === '') return false;
  return (
    found === null ||
    ((found === 0 || found === '') && (rule.keyword !== 'type' || part === 'query'))
  );
}

function goField(name: string): string {
  const pascal = name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return GO_FIELDS[name] ?? pascal;
}
