import type { Media, Operation } from '../../contract/model/contract.ts';
import { describeViolation } from '../../contract/model/describe-violation.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import { escapeToken } from '../../contract/model/json-cursor.ts';
import { bodyFormat, findMedia } from '../../contract/model/media-type.ts';
import type { Violation } from '../../contract/model/violation.ts';
import type { ContractChecks } from '../../contract/validate/contract-checks.ts';
import { encodeXml } from '../../contract/xml/encode-xml.ts';
import { XmlSyntaxError } from '../../contract/xml/xml-syntax-error.ts';
import type { Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import { findUnsendable } from '../http/fields.ts';
import { diagnose } from '../prism/diagnostic.ts';
import { reportDiagnostics } from '../prism/report-diagnostics.ts';
import { completeMediaType } from './complete-media-type.ts';
import { refuseFlawed } from './refuse-flawed.ts';
import { reportViolations } from './report-violations.ts';

/** What becomes of replies that break the contract. */
export interface ResponseCheckOptions {
  /** `refuse` puts an internal error in their place, `report` sends them with their violations in a header. */
  readonly invalidReplies: 'refuse' | 'report';
  /** Whether violations are also reported in Prism's words. */
  readonly speaksAsPrism: boolean;
  /** Whether replies are written without what XML cannot carry, which breaks the contract then. */
  readonly leavesOut: boolean;
}

/** Gives a valid reply as it is; otherwise the reply with a report of its violations, or a refusal. */
export type ResponseCheck = (operation: Operation, reply: Reply) => Reply | Refusal;

/**
 * Makes the check that every reply of an API passes before it is sent; one without a media type gets it first.
 */
export function createResponseCheck(
  checks: ContractChecks,
  { invalidReplies, speaksAsPrism, leavesOut }: ResponseCheckOptions,
): ResponseCheck {
  return (operation, given) => {
    const flaw = findResponse(operation, given.status)?.flaw;
    if (flaw !== undefined) return refuseFlawed(flaw);
    // Of a stream nothing is known yet but what its author promises.
    if (given.stream !== undefined) return given;
    const reply = completeMediaType(given, operation);
    const violations = [
      ...checkReply(reply, operation, checks),
      ...(leavesOut ? checkXml(reply, operation, checks) : []),
    ];
    if (violations.length === 0) return reply;
    if (invalidReplies === 'refuse') {
      return { kind: 'internal', cause: { type: 'invalid-reply', violations } };
    }
    const reported = reportViolations({ ...reply, violations }, violations.map(describeViolation));
    return speaksAsPrism
      ? reportDiagnostics(reported, diagnose(violations, 'response'), 'response')
      : reported;
  };
}

/** Lists how a reply that is about to be sent breaks the contract; XML text is decoded first. */
export function checkReply(
  reply: Reply,
  operation: Operation,
  checks: ContractChecks,
): readonly Violation[] {
  try {
    const body = decodeText(reply, operation, checks);
    const headers = readHeaders(reply);
    return [
      ...checks.checkResponse(operation, { status: reply.status, headers, body }),
      ...checkFields(reply.headers),
    ];
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const rule = { keyword: 'syntax', params: { mediaType: reply.mediaType ?? 'XML' } };
    return [{ in: 'body', pointer: '', rule, found: error.message }];
  }
}

function readHeaders({ headers = {}, mediaType }: Reply): HeaderReader {
  return {
    get: (wanted) => {
      if (wanted === 'content-type') return mediaType ?? null;
      const name = Object.keys(headers).find((candidate) => candidate.toLowerCase() === wanted);
      const value: unknown = name === undefined ? undefined : headers[name];
      if (value === undefined || value === null) return null;
      return Array.isArray(value) ? value.join(wanted === 'set-cookie' ? '\n' : ', ') : `${value}`;
    },
  };
}

/** Reports fields that are left out, because no header can carry them. */
function checkFields(headers: Reply['headers']): Violation[] {
  if (headers === undefined) return [];
  return findUnsendable(headers).map(([name, expected]) => ({
    in: 'header',
    pointer: `/${escapeToken(name)}`,
    rule: { keyword: 'header', params: {}, message: `must be ${expected}` },
    found: headers[name],
  }));
}

/** Reports values that are left out, because XML cannot carry them. */
function checkXml(reply: Reply, operation: Operation, { resolve }: ContractChecks): Violation[] {
  const { body, mediaType = '' } = reply;
  const isText = typeof body !== 'object' || body === null || body instanceof Uint8Array;
  if (isText || bodyFormat(mediaType) !== 'xml') return [];
  const violations: Violation[] = [];
  const schema = findContent(reply, operation)?.schema?.schema ?? true;
  encodeXml(body, schema, resolve, ({ pointer, problem }) => {
    const rule = { keyword: 'xml', params: {}, message: 'must be a value that XML can carry' };
    violations.push({ in: 'body', pointer, rule, found: problem });
  });
  return violations;
}

function findContent({ status, mediaType = '' }: Reply, operation: Operation): Media | undefined {
  return findMedia(findResponse(operation, status)?.content ?? [], mediaType);
}

function decodeText(reply: Reply, operation: Operation, checks: ContractChecks): unknown {
  const { body, mediaType = '' } = reply;
  if (typeof body !== 'string' || bodyFormat(mediaType) !== 'xml') return body;
  const media = findContent(reply, operation);
  return media === undefined ? body : checks.decodeBody(body, media);
}
