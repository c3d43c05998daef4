import type { Finding, FindingKind } from '../model/finding.ts';

/** What a failed check of Schemathesis is called here. */
export interface CheckKind {
  readonly kind: FindingKind;
  readonly severity: Finding['severity'];
  /** What the contract says, where the failure does not tell it. */
  readonly expected: string;
}

const error = (kind: FindingKind, expected: string): CheckKind => ({
  kind,
  severity: 'error',
  expected,
});
/** Checks that draw conclusions from generated data, which may be wrong. */
const warning = (kind: FindingKind, expected: string): CheckKind => ({
  kind,
  severity: 'warning',
  expected,
});

/** By the names that `schemathesis run --checks` takes, https://schemathesis.readthedocs.io/en/stable/reference/checks/. */
const BY_CHECK: ReadonlyMap<string, CheckKind> = new Map([
  ['not_a_server_error', error('server-error', 'no status of 500 or above')],
  ['status_code_conformance', error('undocumented-status', 'a documented status')],
  ['content_type_conformance', error('undocumented-media-type', 'a documented media type')],
  ['response_headers_conformance', error('missing-header', 'the required headers')],
  ['response_schema_conformance', error('answer-breaks-schema', 'a body that fits its schema')],
  ['negative_data_rejection', warning('accepted-forbidden', 'a refusal')],
  ['missing_required_header', error('accepted-forbidden', 'a refusal')],
  ['unsupported_method', warning('accepted-forbidden', 'status 405')],
  ['positive_data_acceptance', warning('refused-allowed', 'acceptance')],
  ['use_after_free', error('still-there', 'status 404 after the removal')],
  ['ensure_resource_availability', error('not-shown', 'what was created')],
  ['ignored_auth', error('open-without-credentials', 'status 401 or 403')],
  ['max_response_time', warning('too-slow', 'an answer in time')],
]);

/** By failures that are other things than their checks are for. */
const BY_FAILURE: ReadonlyMap<string, CheckKind> = new Map([
  ['MalformedJson', error('unreadable-answer', 'JSON')],
]);

/** Finds the kind of a failed check; `undefined` where no kind is the same thing. */
export function kindOf(check: string, failure: string): CheckKind | undefined {
  return BY_FAILURE.get(failure) ?? BY_CHECK.get(check);
}
