import { isDeepStrictEqual } from 'node:util';
import type { IPrismDiagnostic } from '@stoplight/prism-core';
import type { IHttpMockConfig, IHttpRequest } from '@stoplight/prism-http';
import type { HttpMethod, IHttpOperation } from '@stoplight/types';
import type { Contract, Media, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { readJsonText } from '../../contract/model/json-text.ts';
import { canHold, includesType, isRange, nameType } from '../../contract/model/media-range.ts';
import { essence, findMedia, mediaTypeParameter } from '../../contract/model/media-type.ts';
import { createSchemaResolver } from '../../contract/model/resolve-schema.ts';
import { createMemory } from '../../memo/create-memory.ts';
import type { Reply } from '../authoring/reply.ts';
import type { AnswerSettings } from './answer-settings.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Preference } from './preference.ts';
import { prepareGenerator, readGeneratorOptions } from './prism-generator.ts';
import { mock, NOT_FOUND, ProblemJsonError, sample } from './prism-library.ts';
import { toGeneratedOperation, toPrismOperation } from './prism-operation.ts';
import { type HeaderTools, type MadeHeaders, writeHeaders } from './response-headers.ts';

/** Parts of a request that negotiation depends on. */
export interface NegotiatedRequest {
  readonly accept: string | null;
  readonly preference: Preference;
  /** Errors in the request; Prism then answers with an error response of the contract. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** Prism's error reply if no response can be negotiated. */
export interface NegotiationProblem {
  readonly problem: Reply;
}

/** Negotiates status, media type and body; the same arguments always give the same reply. */
export type NegotiateWithPrism = (
  operation: Operation,
  request: NegotiatedRequest,
) => Reply | NegotiationProblem;

interface PrismOutput {
  readonly statusCode: number;
  readonly headers?: MadeHeaders;
  readonly body?: unknown;
}

type MockSettings = IHttpMockConfig['mock'];

/** Media range with parameters, https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1. */
const MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w-]+=(?:[\w!#$&^.+*-]+|"[^"]*"))*$/;
/** References that are resolved if resolving all of them makes the schema too complex. */
const FEW_REFERENCES = 20;
/** Operations whose schemas stay unfolded: thousands of references take megabytes. */
const MOST_UNFOLDED = 10;
const SEVERITIES = { Error: 0, Warning: 1 } as const;

/** Discards Prism's log of each negotiation; the request log has what users need. */
const SILENT = Object.fromEntries(
  ['debug', 'error', 'info', 'success', 'warn'].map((level) => [level, () => {}]),
) as unknown as Parameters<ReturnType<typeof mock>>[0];

/** Adapts Prism's negotiation to our types; it also chooses examples and generates data. */
export function createPrismNegotiation(
  contract: Contract,
  settings: AnswerSettings = {},
): NegotiateWithPrism {
  const transformed = new Map<Operation, IHttpOperation>();
  const recallUnfolded = createMemory<IHttpOperation>(MOST_UNFOLDED);
  const options = { ...readGeneratorOptions(contract.document), ...settings.generator };
  const tools: HeaderTools = {
    resolve: createSchemaResolver(contract.document),
    sample: ({ schema }) => sample(schema.schema, contract.document),
  };

  return (operation, request) => {
    const config = toMockSettings(request, settings.ignoreExamples);
    if (config.dynamic) prepareGenerator(options, config.seed ?? '');
    const known = remember(transformed, operation, () => toPrismOperation(contract, operation));
    const resource = config.dynamic
      ? recallUnfolded(operation.pointer, () => toGeneratedOperation(known))
      : known;
    const answer = negotiate(resource, operation, request, config, tools);
    return isTooComplex(answer)
      ? negotiate(toGeneratedOperation(known, FEW_REFERENCES), operation, request, config, tools)
      : answer;
  };
}

function negotiate(
  resource: IHttpOperation,
  operation: Operation,
  request: NegotiatedRequest,
  config: MockSettings,
  tools: HeaderTools,
): Reply | NegotiationProblem {
  const offered = keepPreferredResponse(resource, operation, request);
  if (offered === undefined) return toProblem(unknownStatus(operation, request.preference));
  const named = nameRanges(keepPreferredExample(offered, request), config.mediaTypes ?? []);
  const input = { data: toPrismRequest(operation), validations: toPrism(request) };
  const result = mock({ resource: named, input, config })(SILENT);
  if (result._tag === 'Right') {
    return toReply(result.right, operation, request.preference.example, tools);
  }
  return toProblem(nameExamples(result.left, offered));
}

/** Whether Prism's sampler gave up, as it does after 2500 steps, such as for Microsoft Graph. */
function isTooComplex(answer: Reply | NegotiationProblem): boolean {
  if (!('problem' in answer)) return false;
  const { body } = answer.problem;
  return isJsonObject(body) && String(body.type).endsWith('#SCHEMA_TOO_COMPLEX');
}

function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const value = cache.get(key) ?? make();
  cache.set(key, value);
  return value;
}

/** Keeps only the preferred response, if declared, because Prism would fall back to other ones. */
function keepPreferredResponse(
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

/** Keeps the media types that have the preferred example, unless the request says which it accepts. */
function keepPreferredExample(
  resource: IHttpOperation,
  { accept, preference: { example } }: NegotiatedRequest,
): IHttpOperation {
  if (example === undefined || !['*/*', null].includes(accept)) return resource;
  const responses = resource.responses.map((response) => {
    const contents = response.contents?.filter(({ examples = [] }) =>
      examples.some(({ key }) => key === example),
    );
    return contents === undefined || contents.length === 0 ? response : { ...response, contents };
  });
  return { ...resource, responses };
}

/** Puts what a request accepts in place of ranges: for Prism, `image/*` is no type of an answer. */
function nameRanges(resource: IHttpOperation, accepted: readonly string[]): IHttpOperation {
  const weightOf = (range: string) => Number(mediaTypeParameter(range, 'q') ?? 1);
  const types = accepted
    .filter((range) => !isRange(range) && weightOf(range) > 0)
    .toSorted((one, other) => weightOf(other) - weightOf(one))
    .map(essence);
  const nameIn = (range: string) =>
    types.find((type) => isRange(range) && includesType(range, type)) ?? range;
  if (types.length === 0) return resource;
  const responses = resource.responses.map((response) => ({
    ...response,
    ...(response.contents && {
      contents: response.contents.map((content) => ({
        ...content,
        mediaType: nameIn(content.mediaType),
      })),
    }),
  }));
  return { ...resource, responses };
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
    // For a valid request `keepPreferredResponse` applies the code, as Prism might not keep to it.
    ...(code !== undefined && diagnostics.length > 0 && { code }),
    ...(example !== undefined && { exampleKey: example }),
    ...(accept !== null && { mediaTypes: readMediaRanges(accept) }),
  };
}

/** Prism reads no more of a request: validation happens before, and callbacks are removed. */
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

/** Valid media ranges of an `Accept` header; Prism throws for invalid ones. */
function readMediaRanges(accept: string): string[] {
  return accept
    .split(',')
    .map((type) => type.trim())
    .filter((type) => MEDIA_RANGE.test(type));
}

function toReply(
  output: PrismOutput,
  operation: Operation,
  example: string | undefined,
  tools: HeaderTools,
): Reply {
  const { statusCode: status } = output;
  const { 'Content-type': named, ...made } = output.headers ?? {};
  const chosen = String(named ?? '');
  const spec = findResponse(operation, status);
  const headers = writeHeaders(made, spec?.headers ?? [], tools);
  const media = findMedia(spec?.content ?? [], chosen);
  // Prism gives a media type even if the contract declares no body.
  if (media === undefined) return { status, headers };
  const mediaType = nameMediaType(media.type, chosen, output.body);
  const body = readJsonText(output.body, mediaType, media.schema?.schema, tools.resolve);
  const serialized = findSerialized(media, output.body, example);
  return { status, headers, mediaType, body, ...(serialized !== undefined && { serialized }) };
}

/** How a body is written, if it is the value of an example that says so. */
function findSerialized(media: Media, body: unknown, key: string | undefined): string | undefined {
  const examples = media.examples.filter(({ serialized }) => serialized !== undefined);
  if (examples.length === 0) return undefined;
  const equal = examples.filter(({ value }) => isDeepStrictEqual(value, body));
  return (equal.find((example) => example.key === key) ?? equal[0])?.serialized;
}

/** Names the media type of a body: as chosen, if a declared range allows it and the body too. */
function nameMediaType(declared: string, chosen: string, body: unknown): string {
  if (chosen === '' || !isRange(declared)) return nameType(declared, body);
  const isNamed = includesType(declared, chosen) && !isRange(chosen) && canHold(chosen, body);
  return isNamed ? chosen : nameType(declared, body);
}

function unknownStatus({ responses }: Operation, { code }: Preference): Error {
  const known = responses.map(({ status }) => status).join(', ');
  const detail = `Requested status code ${code} is not defined in the document. Known: ${known}.`;
  return ProblemJsonError.fromTemplate(NOT_FOUND, detail);
}

/** Adds the known examples to Prism's only 404: the preferred example does not exist. */
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
  /** Sent as headers, and shown in the body as well. */
  readonly headers?: Readonly<Record<string, string>>;
}
