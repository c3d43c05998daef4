import { ReservedCharactersError } from '../../contract/decode/reserved-characters-error.ts';
import type { Media, Operation } from '../../contract/model/contract.ts';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import { bodyFormat, findMedia } from '../../contract/model/media-type.ts';
import { refuseDeep } from '../../contract/model/parse-json.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import { type DecodedCoding, decodeCoding, KNOWN_CODINGS } from '../http/decode-coding.ts';
import type { HttpRequest } from '../http/message.ts';
import { readBytes } from '../http/read-bytes.ts';
import type { ServedApi } from './served-api.ts';

/** Decoded body of a request. */
export interface DecodedBody {
  /** Content of the contract that it was decoded by. */
  readonly media: Media | undefined;
  /** `undefined` when no body was sent, or the operation takes none. */
  readonly value: unknown;
}

/** How the bodies of an API are read, up to a number of bytes. */
type BodyReading = Pick<ServedApi, 'checks' | 'reading' | 'bodyLimit' | 'takeTurn'>;

const NO_BODY: DecodedBody = { media: undefined, value: undefined };
const NO_BYTES = Buffer.alloc(0);

/** Reads the body of a request to an operation that has one. An error that is thrown is logged, and is a refusal. */
export async function receiveBody(
  served: ServedApi,
  http: HttpRequest,
  { headers, operation }: ApiRequest,
): Promise<DecodedBody | Refusal> {
  if (operation?.body === undefined) return NO_BODY;
  try {
    return await readBody(http, headers, operation, served);
  } catch (error) {
    return served.crash(error);
  }
}

/**
 * Reads and decodes a request's body by the declared content; one without `Content-Type` is taken for the first.
 * No bytes are no body, but for a required form.
 *
 * A body of more than `bodyLimit` bytes is refused, before or after its content coding is undone, for which it takes its turn.
 * `headers` are those that the provider looks at.
 */
export async function readBody(
  request: Pick<HttpRequest, 'body' | 'headers'>,
  headers: HeaderReader,
  operation: Operation,
  { checks, reading, bodyLimit: limit, takeTurn }: BodyReading,
): Promise<DecodedBody | Refusal> {
  const decode = (bytes: Buffer) => decodeBody(bytes, headers, content, { checks, reading });
  const { content, required } = operation.body ?? { content: [], required: false };
  if (content.length === 0) return NO_BODY;
  // A form without fields has no bytes: only its Content-Type tells it from no body.
  const isForm = required && bodyFormat(headers.get('content-type') ?? '') === 'form';
  const nothing = () => (isForm ? decode(NO_BYTES) : NO_BODY);
  if (request.body === undefined) return nothing();
  const read = await readBytes(request.body, request.headers, limit);
  if ('tooLarge' in read) return { kind: 'body-too-large', limit, size: read.tooLarge.size };
  if ('brokenOff' in read) return { kind: 'malformed-body', reason: read.brokenOff };
  if (read.bytes.length === 0) return nothing();
  const coding = request.headers.get('content-encoding');
  if (coding === null) return decode(read.bytes);
  const decoded = await takeTurn(() => decodeCoding(read.bytes, coding, limit));
  // The journal masks what it can read, and shows nothing else.
  request.body.bytes = 'bytes' in decoded ? decoded.bytes : NO_BYTES;
  if (!('bytes' in decoded)) return refuseCoding(decoded, limit);
  return decode(decoded.bytes);
}

/** Refuses a body whose coding is not known or not kept to. */
function refuseCoding(
  failed: Exclude<DecodedCoding, { readonly bytes: Buffer }>,
  limit: number,
): Refusal {
  if ('tooLarge' in failed) return { kind: 'body-too-large', limit, size: undefined };
  if ('broken' in failed) {
    return { kind: 'malformed-body', mediaType: failed.coding, reason: failed.broken };
  }
  const rule = { keyword: 'contentCoding', params: { codings: KNOWN_CODINGS } };
  return {
    kind: 'unsupported-media-type',
    violations: [{ in: 'header', pointer: '/content-encoding', rule, found: failed.unknown }],
  };
}

async function decodeBody(
  bytes: Buffer,
  headers: HeaderReader,
  content: readonly Media[],
  { checks, reading }: Pick<BodyReading, 'checks' | 'reading'>,
): Promise<DecodedBody | Refusal> {
  const contentType = headers.get('content-type');
  const media = contentType === null ? content[0] : findMedia(content, contentType);
  if (media === undefined) return unsupported(content, contentType);
  try {
    const value =
      reading.body === undefined
        ? await checks.decodeBody(bytes, media, contentType ?? undefined)
        : refuseDeep(reading.body(bytes, media), bytes.length);
    return { media, value };
  } catch (error) {
    if (error instanceof ReservedCharactersError) {
      return { kind: 'invalid-request', violations: error.violations };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'malformed-body', mediaType: media.type, reason };
  }
}

function unsupported(content: readonly Media[], found: string | null): Refusal {
  const rule = { keyword: 'mediaType', params: { types: content.map(({ type }) => type) } };
  return {
    kind: 'unsupported-media-type',
    violations: [{ in: 'header', pointer: '/content-type', rule, found }],
  };
}
