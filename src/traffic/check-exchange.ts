import { ReservedCharactersError } from '../contract/decode/reserved-characters-error.ts';
import { createMatcher, type MatchedOperation } from '../contract/match/match-operation.ts';
import type { Contract, Media, Operation } from '../contract/model/contract.ts';
import type { ContractError } from '../contract/model/contract-error.ts';
import { findResponse } from '../contract/model/find-response.ts';
import { findMedia } from '../contract/model/media-type.ts';
import type { Violation } from '../contract/model/violation.ts';
import { checkCredentials } from '../contract/validate/check-credentials.ts';
import { type ContractChecks, createContractChecks } from '../contract/validate/contract-checks.ts';
import { XmlSyntaxError } from '../contract/xml/xml-syntax-error.ts';
import { pathBelow } from '../mock/http/path-below.ts';
import type { Exchange, Message } from './exchange.ts';
import { readFields } from './header-fields.ts';

/** How a message is read: the declared content of its body, and the value of it. */
export interface ReadMessage {
  readonly violations: readonly Violation[];
  readonly media: Media | undefined;
  /** `undefined` for no body, and for one that is not known or cannot be read. */
  readonly value: unknown;
}

/** What a contract says of an exchange. */
export type CheckedExchange =
  | {
      readonly kind: 'checked';
      readonly match: MatchedOperation;
      readonly request: ReadMessage;
      readonly response: ReadMessage;
    }
  /** No path, or no method of it, is for the request; `path` is below the base path of the contract. */
  | { readonly kind: 'unknown'; readonly what: 'path' | 'method'; readonly path: string };

/** Checks one exchange; `roots` are paths of the server below which those of the contract may be. */
export type CheckExchange = (
  exchange: Exchange,
  roots: readonly string[],
) => Promise<CheckedExchange>;

const NOTHING: ReadMessage = { violations: [], media: undefined, value: undefined };

/** Creates a check of both messages of an exchange. `onUncompilable` is told of what cannot be enforced. */
export function createExchangeCheck(
  contract: Contract,
  onUncompilable: (error: ContractError) => void,
): CheckExchange {
  const match = createMatcher(contract);
  const checks = createContractChecks(contract, { onUncompilable, unknown: 'ignore' });
  return async (exchange, roots) => {
    const { method, path, query, request } = exchange;
    const sent = { query: new URLSearchParams(query), headers: readFields(request.headers) };
    const paths = roots.flatMap((root) => pathBelow(path, root) ?? []);
    const found = paths.map((below) => ({ below, match: match(method, below, sent) }));
    const known = found.find((one) => one.match.kind === 'operation');
    if (known?.match.kind !== 'operation') {
      const other = found.find((one) => one.match.kind === 'unknown-method') ?? found[0];
      const what = other?.match.kind === 'unknown-method' ? 'method' : 'path';
      return { kind: 'unknown', what, path: other?.below ?? path };
    }
    return {
      kind: 'checked',
      match: known.match,
      request: await checkRequest(known.match, exchange, checks),
      response: await checkResponse(known.match.operation, exchange, checks),
    };
  };
}

async function checkRequest(
  { operation, pathValues }: MatchedOperation,
  { query, request }: Exchange,
  checks: ContractChecks,
): Promise<ReadMessage> {
  const headers = readFields(request.headers);
  const source = {
    path: pathValues,
    query: new URLSearchParams(query),
    queryText: query,
    headers,
  };
  const { violations } = checks.readParameters(operation, source);
  const outside = [...violations, ...checkCredentials(operation, source)];
  const { content = [] } = operation.body ?? {};
  if (request.isUnknown) return { ...NOTHING, violations: outside };
  if (request.body === undefined) {
    const missing = checks.checkRequestBody(operation, undefined, undefined);
    return { ...NOTHING, violations: [...outside, ...missing] };
  }
  const type = headers.get('content-type');
  if (content.length === 0) {
    const rule = { keyword: 'content', params: {} };
    const found = await readUndeclared(request.body, type, checks);
    const unexpected: Violation = { in: 'body', pointer: '', rule, found };
    return { media: undefined, value: found, violations: [...outside, unexpected] };
  }
  const media = type === null ? content[0] : findMedia(content, type);
  if (media === undefined) {
    const rule = { keyword: 'mediaType', params: { types: content.map((one) => one.type) } };
    const found = type;
    const value = await readUndeclared(request.body, type, checks);
    const other: Violation = { in: 'header', pointer: '/content-type', rule, found };
    return { media, value, violations: [...outside, other] };
  }
  const read = await decode(request, media, type ?? media.type, checks);
  if ('broken' in read)
    return { media, value: undefined, violations: [...outside, ...read.broken] };
  const inside = checks.checkRequestBody(operation, media, read.value);
  return { media, value: read.value, violations: [...outside, ...inside] };
}

async function checkResponse(
  operation: Operation,
  { method, status, response }: Exchange,
  checks: ContractChecks,
): Promise<ReadMessage> {
  if (status === 0) return NOTHING;
  const headers = readFields(response.headers);
  const type = headers.get('content-type') ?? '';
  const spec = findResponse(operation, status);
  const media = findMedia(spec?.content ?? [], type);
  const given = { status, headers };
  const hasNone = response.isUnknown || isBodiless(method, status);
  if (hasNone || media === undefined || response.body === undefined) {
    const value =
      hasNone || response.body === undefined
        ? undefined
        : await readUndeclared(response.body, type, checks);
    const all = checks.checkResponse(operation, { ...given, body: value });
    // Of a body that is not there, nothing can be said but that one is missing.
    const violations = hasNone ? all.filter(isOfHead) : all;
    return { media, value, violations };
  }
  const read = await decode(response, media, type, checks);
  if ('broken' in read) return { media, value: undefined, violations: read.broken };
  const violations = checks.checkResponse(operation, { ...given, body: read.value });
  return { media, value: read.value, violations };
}

/** Answers that never have a body, https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1. */
function isBodiless(method: string, status: number): boolean {
  return method.toUpperCase() === 'HEAD' || status === 204 || status === 304;
}

function isOfHead({ in: part, rule }: Violation): boolean {
  return part === 'status' || (part === 'header' && rule.keyword !== 'mediaType');
}

/** Reads a body that the contract does not have as its media type says; its text or bytes where that fails. */
async function readUndeclared(
  body: Buffer,
  type: string | null,
  checks: ContractChecks,
): Promise<unknown> {
  const media = { type: type ?? 'application/octet-stream', schema: undefined, examples: [] };
  try {
    return await checks.decodeBody(body, media);
  } catch {
    return body;
  }
}

/** Decodes a body, or tells why it cannot be. */
async function decode(
  { body = Buffer.alloc(0) }: Message,
  media: Media,
  type: string,
  checks: ContractChecks,
): Promise<{ readonly value: unknown } | { readonly broken: readonly Violation[] }> {
  try {
    return { value: await checks.decodeBody(body, media, type) };
  } catch (error) {
    if (error instanceof ReservedCharactersError) return { broken: error.violations };
    if (!(error instanceof SyntaxError || error instanceof XmlSyntaxError)) throw error;
    const rule = { keyword: 'syntax', params: { mediaType: media.type } };
    return { broken: [{ in: 'body', pointer: '', rule, found: error.message }] };
  }
}
