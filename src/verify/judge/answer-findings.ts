import type { Contract, Operation } from '../../contract/model/contract.ts';
import { describeFound, describeRule } from '../../contract/model/describe-violation.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { findMedia } from '../../contract/model/media-type.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { Finding, FindingKind } from '../model/finding.ts';
import { provenanceOfValue } from './find-provenance.ts';

/** What is known of an answer when it is judged. */
export interface JudgedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly violations: readonly Violation[];
  /** Command that reproduces it. */
  readonly curl: string;
}

/** Refusals that HTTP itself describes, so that contracts seldom do. */
const OF_HTTP = [405, 406, 408, 411, 413, 414, 415, 417, 421, 426, 428, 429, 431, 501, 503];

/** Says how an answer breaks the contract of its operation. */
export function findAnswerBreaches(
  contract: Contract,
  operation: Operation,
  answer: JudgedAnswer,
): Finding[] {
  const { status, violations } = answer;
  if (status >= 500 && findResponse(operation, status) === undefined) {
    return [toFinding('server-error', contract, operation, answer, violations[0])];
  }
  if (OF_HTTP.includes(status) && findResponse(operation, status) === undefined) return [];
  return violations.map((violation) =>
    toFinding(kindOf(violation), contract, operation, answer, violation),
  );
}

function kindOf({ in: part, pointer, rule: { keyword } }: Violation): FindingKind {
  if (part === 'status') return 'undocumented-status';
  if (keyword === 'mediaType') return 'undocumented-media-type';
  if (keyword === 'syntax') return 'unreadable-answer';
  if (keyword === 'writeOnly') return 'shows-secret';
  if (part === 'header' && keyword === 'required' && pointer !== '') return 'missing-header';
  return 'answer-breaks-schema';
}

function toFinding(
  kind: FindingKind,
  contract: Contract,
  operation: Operation,
  { status, headers, curl }: JudgedAnswer,
  violation: Violation | undefined,
): Finding {
  const { in: part = 'status', pointer = '', rule, found } = violation ?? {};
  const spec = findResponse(operation, status);
  const media = spec && findMedia(spec.content, headers.get('content-type') ?? '');
  const provenance = provenanceOfValue(
    contract,
    media?.schema,
    part === 'body' ? pointer : '',
    operation,
  );
  const general = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return {
    kind,
    severity: 'error',
    operation: { id: operation.id, method: operation.method, path: operation.path },
    where: part === 'status' ? 'answer status' : `answer ${status} ${part} ${pointer}`.trimEnd(),
    expected:
      kind === 'server-error' || rule === undefined
        ? 'an answer that the contract describes'
        : describeRule(rule),
    found:
      part === 'status' ? describeStatus(status, headers) : describeValue(found, rule?.keyword),
    reproduce: [curl],
    ...(provenance && { provenance }),
    cause: [
      kind,
      operation.id,
      part,
      kind === 'undocumented-status' || kind === 'server-error' ? status : general,
      rule?.keyword,
    ].join(' '),
  };
}

/** A redirect is not followed; its path may have a secret. */
function describeStatus(status: number, headers: Headers): string {
  const target = URL.parse(headers.get('location') ?? '');
  return status >= 300 && status < 400 && target !== null
    ? `${status}, a redirect to ${target.protocol}//${target.host}, which is not followed`
    : String(status);
}

/** What was found, without what may be a secret. */
function describeValue(found: unknown, keyword: string | undefined): string {
  if (keyword === 'writeOnly') return 'its value';
  if (keyword === 'syntax') return `a body that cannot be read as such: ${found}`;
  return found === undefined ? 'nothing' : describeFound(found);
}
