import type { Case } from '../../cases/case.ts';
import type { CollectionOperation } from '../../contract/collections/collection.ts';
import type { Contract } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { maskBody } from '../../contract/secrets/mask-body.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { Finding, FindingKind } from '../model/finding.ts';
import { provenanceAt } from './find-provenance.ts';

/** Answer to a case, as far as it is judged. */
export interface CaseAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly isSuccess: boolean;
  readonly curl: string;
}

/** Statuses that blame the form of a request, which no state of the server explains. */
const OF_FORM = [400, 411, 413, 414, 415, 422];
/** Longest text of an answer that a finding shows. */
const MAX_TEXT = 160;

/** Says whether a server treats a request as its contract does. */
export function judgeCase(
  contract: Contract,
  one: Case,
  role: CollectionOperation['role'] | undefined,
  answer: CaseAnswer,
): Finding | undefined {
  if (one.isAllowed) return judgeAllowed(contract, one, answer);
  if (answer.isSuccess) return judgeAccepted(contract, one, role, answer);
  const isFault = answer.status >= 500 && findResponse(one.operation, answer.status) !== undefined;
  return isFault && answer.status !== 503
    ? toFinding('server-error', 'error', contract, one, answer, `a refusal of ${one.title}`)
    : undefined;
}

function judgeAllowed(contract: Contract, one: Case, answer: CaseAnswer): Finding | undefined {
  const isFault = answer.status >= 500 && answer.status !== 503;
  if (one.kind === 'random' && isFault && findResponse(one.operation, answer.status) !== undefined)
    return toFinding('server-error', 'error', contract, one, answer, `success of ${one.title}`);
  if (!OF_FORM.includes(answer.status)) return undefined;
  // Which members go together, contracts often say in prose alone.
  const severity = one.kind === 'random' ? 'warning' : 'error';
  return toFinding(
    'refused-allowed',
    severity,
    contract,
    one,
    answer,
    `success, as ${one.title} is allowed`,
  );
}

function judgeAccepted(
  contract: Contract,
  one: Case,
  role: CollectionOperation['role'] | undefined,
  answer: CaseAnswer,
): Finding | undefined {
  const { kind, operation, title, constraint } = one;
  switch (kind) {
    case 'credentials':
      return toFinding(
        'open-without-credentials',
        'error',
        contract,
        one,
        answer,
        `a refusal of ${title}`,
      );
    case 'unknown-id':
      return judgeUnknown(contract, one, role, answer);
    case 'method': {
      // A contract need not name all that a path can do.
      const expected = `a refusal, as the contract has no ${title} here`;
      return toFinding('accepted-forbidden', 'warning', contract, one, answer, expected);
    }
    case 'media-type': {
      // Many servers read a body whatever it is said to be.
      const expected = `a refusal of ${title} by ${operation.id}`;
      return toFinding('accepted-forbidden', 'warning', contract, one, answer, expected);
    }
    default: {
      // JSON Schema lets a format be an annotation, https://json-schema.org/draft/2020-12/json-schema-validation#section-7.2.1.
      const severity = constraint?.keyword === 'format' ? 'warning' : 'error';
      return toFinding(
        'accepted-forbidden',
        severity,
        contract,
        one,
        answer,
        `a refusal of ${title} by ${operation.id}`,
      );
    }
  }
}

/** A removal may be repeated, a PUT may create, and a list of nothing is empty. */
function judgeUnknown(
  contract: Contract,
  one: Case,
  role: CollectionOperation['role'] | undefined,
  answer: CaseAnswer,
): Finding | undefined {
  const { method } = one.operation;
  if (findResponse(one.operation, 404) === undefined || method === 'put') return undefined;
  const isCertain = role === 'show' || role === 'change';
  if (!isCertain && role !== undefined) return undefined;
  const severity = isCertain ? 'error' : 'warning';
  return toFinding(
    'unknown-id-found',
    severity,
    contract,
    one,
    answer,
    `404, as ${one.title} is asked for`,
  );
}

function toFinding(
  kind: FindingKind,
  severity: Finding['severity'],
  contract: Contract,
  { operation, where, constraint, title }: Case,
  { status, body, curl, isSuccess }: CaseAnswer,
  expected: string,
): Finding {
  const provenance = provenanceAt(contract, constraint?.pointer ?? operation.pointer, operation);
  return {
    kind,
    severity,
    operation: { id: operation.id, method: operation.method, path: operation.path },
    where: where === '' ? 'request' : where,
    expected,
    found: isSuccess ? `status ${status}` : `status ${status}${excerpt(body, contract)}`,
    reproduce: [curl],
    ...(provenance && { provenance }),
    cause: [
      kind,
      operation.id,
      kind === 'open-without-credentials' ? title : where,
      constraint?.keyword,
      constraint?.detail,
    ].join(' '),
  };
}

function excerpt(body: unknown, contract: Contract): string {
  if (body === undefined || body === '') return '';
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  const line = maskBody(text, '', secretContextOf(contract)).replaceAll(/\s+/g, ' ');
  return `: ${line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}…` : line}`;
}
