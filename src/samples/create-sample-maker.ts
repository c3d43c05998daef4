import { createPlanTools, type PlanTools } from '../cases/case-tools.ts';
import type { ValidRequest } from '../cases/make-request.ts';
import { toSent } from '../cases/sent-request.ts';
import { writeMedia } from '../cases/write-body.ts';
import type { ExampleRequest } from '../contract/example/example-request.ts';
import type { Contract, Media, Operation } from '../contract/model/contract.ts';
import { toPlain } from '../contract/model/to-plain.ts';
import type { OperationSample, SampleInput } from './operation-sample.ts';

/**
 * Makes the samples of an operation: one for each documented example of its body, or the only one that there is.
 *
 * Each keeps the contract. There is none where no valid request is known, such as for a file that only its own format describes.
 */
export type MakeSamples = (operation: Operation) => readonly OperationSample[];

/** Body of a sample, and the example that it is. */
interface SampleBody {
  readonly example?: string;
  readonly value: unknown;
  readonly mediaType: string;
  readonly written: string | FormData;
}

/** Creates the maker of samples of a contract, whose schemas are compiled when they are needed. */
export function createSampleMaker(contract: Contract): MakeSamples {
  const tools = createPlanTools(contract);
  return (operation) => {
    const valid = tools.makeRequest(operation);
    if (typeof valid === 'string') return [];
    const bodies = listBodies(operation, valid, tools);
    if (bodies.length === 0) return [toSample(operation, valid, undefined)];
    return bodies.map((body) => toSample(operation, valid, body));
  };
}

/** Documented bodies in the media type that a valid request has; or that request's own. */
function listBodies(
  { body }: Operation,
  { request, written }: ValidRequest,
  tools: PlanTools,
): readonly SampleBody[] {
  const { mediaType } = request;
  if (written === undefined || mediaType === undefined) return [];
  const media = body?.content.find(({ type }) => type === mediaType);
  const documented = media === undefined ? [] : listDocumented(media, tools);
  return documented.length > 0 ? documented : [{ value: request.body, mediaType, written }];
}

function listDocumented(media: Media, { oracle, resolve }: PlanTools): readonly SampleBody[] {
  return media.examples.flatMap(({ key, value }) => {
    const isValid =
      media.schema === undefined || oracle(media.schema, value, 'request').length === 0;
    const written = isValid ? tryWrite(() => writeMedia(media, value, resolve)) : undefined;
    return written === undefined ? [] : [{ example: key, value, mediaType: media.type, written }];
  });
}

function tryWrite(write: () => string | FormData | undefined): string | FormData | undefined {
  try {
    return write();
  } catch {
    // Such as an object in XML that has a name for no element.
    return undefined;
  }
}

function toSample(
  operation: Operation,
  { request, anonymous }: ValidRequest,
  body: SampleBody | undefined,
): OperationSample {
  const mediaType = body?.mediaType;
  const sent = toSent({ ...request, ...(mediaType !== undefined && { mediaType }) }, body?.written);
  const { method, target, headers } = sent;
  const input = toInput(operation, anonymous, body);
  return {
    ...(body?.example !== undefined && { example: body.example }),
    method,
    target,
    headers,
    ...(typeof sent.body === 'string' && { body: sent.body }),
    ...(input !== undefined && { input }),
  };
}

/** A client has no place for a query as a whole, nor for the cookies of a page. */
function toInput(
  { parameters }: Operation,
  anonymous: ExampleRequest,
  body: SampleBody | undefined,
): SampleInput | undefined {
  const isBeyond = parameters.some(
    (parameter) => parameter.required && /^(?:cookie|querystring)$/.test(parameter.in),
  );
  if (isBeyond) return undefined;
  const { pathParameters: path, query, headers } = anonymous;
  return {
    ...(hasMembers(path) && { path }),
    ...(hasMembers(query) && { query }),
    ...(hasMembers(headers) && { headers }),
    ...(body !== undefined && { body: toPlain(body.value) }),
  };
}

function hasMembers(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length > 0;
}
