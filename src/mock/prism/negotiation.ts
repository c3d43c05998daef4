import type { IPrismDiagnostic } from '@stoplight/prism-core';
import type { IHttpMockConfig, IHttpRequest } from '@stoplight/prism-http';
import type { HttpMethod, IHttpOperation } from '@stoplight/types';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { findMedia } from '../../contract/model/media-type.ts';
import type { Reply } from '../authoring/reply.ts';
import type { AnswerSettings } from './answer-settings.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Preference } from './preference.ts';
import { prepareGenerator, readGeneratorOptions } from './prism-generator.ts';
import { mock, NOT_FOUND, ProblemJsonError } from './prism-library.ts';
import { toGeneratedOperation, toPrismOperation } from './prism-operation.ts';

/** Request as far as negotiation reads it. */
export interface NegotiatedRequest {
  readonly accept: string | null;
  readonly preference: Preference;
  /** What is wrong with the request; Prism answers errors as the contract declares it. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** Prism's own word that no answer can be negotiated, in its problem format. */
export interface NegotiationProblem {
  readonly problem: Reply;
}

/** Negotiates status, media type and body; the same arguments always give the same answer. */
export type NegotiateWithPrism = (
  operation: Operation,
  request: NegotiatedRequest,
) => Reply | NegotiationProblem;

interface PrismOutput {
  readonly statusCode: number;
  /** Null for a header whose value Prism cannot make up. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
}

type MockSettings = IHttpMockConfig['mock'];

/** One range of an `Accept` header with its parameters. */
const MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w-]+=(?:[\w!#$&^.+*-]+|"[^"]*"))*$/;
/** References that are written out where all of them are too many. */
const FEW_REFERENCES = 20;
const SEVERITIES = { Error: 0, Warning: 1 } as const;

/** Prism tells its own log what it negotiates; what a reader of ours wants is in the log of requests. */
const SILENT = Object.fromEntries(
  ['debug', 'error', 'info', 'success', 'warn'].map((level) => [level, () => {}]),
) as unknown as Parameters<ReturnType<typeof mock>>[0];

/** The one place where Prism's types meet ours: its negotiation, example selection and data generation. */
export function createPrismNegotiation(
  contract: Contract,
  settings: AnswerSettings = {},
): NegotiateWithPrism {
  const transformed = new Map<Operation, IHttpOperation>();
  const generated = new Map<Operation, IHttpOperation>();
  const options = { ...readGeneratorOptions(contract.document), ...settings.generator };

  return (operation, request) => {
    const config = toMockSettings(request, settings.ignoreExamples);
    if (config.dynamic) prepareGenerator(options, config.seed ?? '');
    const known = remember(transformed, operation, () => toPrismOperation(contract, operation));
    const resource = config.dynamic
      ? remember(generated, operation, () => toGeneratedOperation(known))
      : known;
    const answer = negotiate(resource, operation, request, config);
    return isTooComplex(answer)
      ? negotiate(toGeneratedOperation(known, FEW_REFERENCES), operation, request, config)
      : answer;
  };
}

function negotiate(
  resource: IHttpOperation,
  operation: Operation,
  request: NegotiatedRequest,
  config: MockSettings,
): Reply | NegotiationProblem {
  const offered = narrow(resource, operation, request);
  if (offered === undefined) return toProblem(unknownStatus(operation, request.preference));
  const input = { data: toPrismRequest(operation), validations: toPrism(request) };
  const result = mock({ resource: offered, input, config })(SILENT);
  if (result._tag === 'Right') return toReply(result.right, operation);
  return toProblem(nameExamples(result.left, offered));
}

/** Prism's sampler gives up on a schema of more than 2500 parts; Microsoft Graph has such. */
function isTooComplex(answer: Reply | NegotiationProblem): boolean {
  if (!('problem' in answer)) return false;
  const { body } = answer.problem;
  return isJsonObject(body) && String(body.type).endsWith('#SCHEMA_TOO_COMPLEX');
}

function remember<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}

/** Leaves only the response for a preferred status, because Prism would fall back to another one; `undefined` without one. */
function narrow(
  resource: IHttpOperation,
  operation: Operation,
  { preference, diagnostics = [] }: NegotiatedRequest,
): IHttpOperation | undefined {
  const { code: status } = preference;
  if (status === undefined || diagnostics.length > 0) return resource;
  const declared = findResponse(operation, status)?.status;
  const responses = resource.responses
    .filter(({ code }) => code === declared)
    .map((response) => ({ ...response, code: String(status) }));
  return responses.length === 0 ? undefined : { ...resource, responses };
}

function toMockSettings(
  { accept, preference, diagnostics = [] }: NegotiatedRequest,
  ignoreExamples = false,
): MockSettings {
  const { example, code, dynamic = false, seed } = preference;
  return {
    dynamic,
    ignoreExamples,
    ...(seed !== undefined && { seed }),
    // Told a status, Prism looks for another one where the first has no fit answer; "narrow" has seen to it.
    ...(code !== undefined && diagnostics.length > 0 && { code }),
    ...(example !== undefined && { exampleKey: example }),
    ...(accept !== null && { mediaTypes: readMediaRanges(accept) }),
  };
}

/** Prism reads nothing of a request but the method, since its checks are done and its callbacks left out. */
function toPrismRequest({ method, path }: Operation): IHttpRequest {
  return { method: method as HttpMethod, url: { path }, headers: {} };
}

function toPrism({ diagnostics = [] }: NegotiatedRequest): IPrismDiagnostic[] {
  return diagnostics.map(({ location, severity, code, message, challenges }) => ({
    ...(location !== undefined && { path: [...location] }),
    ...(code !== undefined && { code }),
    ...(challenges !== undefined && { tags: [...challenges] }),
    severity: SEVERITIES[severity],
    message,
  })) as IPrismDiagnostic[];
}

/** Media ranges of an `Accept` header, RFC 9110 section 12.5.1; Prism throws for any other text. */
function readMediaRanges(accept: string): string[] {
  return accept
    .split(',')
    .map((type) => type.trim())
    .filter((type) => MEDIA_RANGE.test(type));
}

function toReply(output: PrismOutput, operation: Operation): Reply {
  const { statusCode: status, body } = output;
  const { 'Content-type': chosen, ...rest } = output.headers ?? {};
  const headers = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const media = findMedia(findResponse(operation, status)?.content ?? [], chosen ?? '');
  // Prism names a media type even where the contract declares no body.
  if (media === undefined) return { status, headers };
  return { status, headers, mediaType: nameMediaType(media.type, body), body };
}

/** A range such as `*\/*` cannot be the type of an answer. */
function nameMediaType(declared: string, body: unknown): string {
  if (!declared.includes('*')) return declared;
  return typeof body === 'string' ? 'text/plain' : 'application/json';
}

function unknownStatus({ responses }: Operation, { code }: Preference): Error {
  const known = responses.map(({ status }) => status).join(', ');
  const detail = `Requested status code ${code} is not defined in the document. Known: ${known}.`;
  return ProblemJsonError.fromTemplate(NOT_FOUND, detail);
}

/** A preferred example that is not there is Prism's only 404; the known ones are added. */
function nameExamples(error: Error, { responses }: IHttpOperation): Error {
  const { status, detail } = ProblemJsonError.toProblemJson(error);
  if (status !== 404) return error;
  const known = responses.flatMap(({ code, contents = [] }) =>
    contents.flatMap(({ examples = [] }) => examples.map(({ key }) => `${key} (${code})`)),
  );
  const list = [...new Set(known)].join(', ') || 'none';
  return ProblemJsonError.fromTemplate(NOT_FOUND, `${detail} Known: ${list}.`);
}

function toProblem(error: Error): NegotiationProblem {
  const body: Problem = ProblemJsonError.toProblemJson(error);
  const { status, headers = {} } = body;
  return { problem: { status, headers, mediaType: 'application/problem+json', body } };
}

interface Problem {
  readonly status: number;
  /** Headers that Prism sends, which it shows in the body as well. */
  readonly headers?: Readonly<Record<string, string>>;
}
