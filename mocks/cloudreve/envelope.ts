import type { components } from '../../src/generated/cloudreve/types.ts';
import type { HeaderReader } from '../../src/mock/authoring/index.ts';

type ErrorCode = components['schemas']['ErrorCode'];

/** Failed request, and a source of ids for its response. */
export interface FailedRequest {
  readonly request: { readonly headers: HeaderReader };
  readonly random: { readonly uuid: () => string };
}

/** Of every handled call. */
const HEADERS = Object.freeze({ 'cache-control': 'private, no-cache' });

const UUID =
  /^(?:urn:uuid:|\{)?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Builds the response of every handled call; failures too have HTTP 200. */
export function envelope<Body>(body: Body) {
  return {
    status: 200,
    mediaType: 'application/json; charset=utf-8',
    headers: HEADERS,
    body,
  } as const;
}

/** Builds a success with data. */
export function succeed<Data>(data: Data) {
  return envelope({ code: 0, data, msg: '' } as const);
}

/** Builds a success without data. */
export function succeedEmpty() {
  return envelope({ code: 0, msg: '' } as const);
}

/** Builds a failure with the correlation id of the request, or a random one. */
export function fail({ request, random }: FailedRequest, code: ErrorCode, msg: string) {
  const sent = request.headers.get('x-cr-correlation-id') ?? '';
  return envelope({ code, msg, correlation_id: readUuid(sent) ?? random.uuid() });
}

/** Builds a failure of the check of the token, which comes before the server says anything of caching. */
export function failToken(failed: FailedRequest, code: ErrorCode, msg: string) {
  return { ...fail(failed, code, msg), headers: {} };
}

/** Reads a UUID in braces too, and without dashes; `undefined` for any other text, and for the one that is nil. */
function readUuid(text: string): string | undefined {
  const uuid = UUID.exec(text)?.slice(1).join('-').toLowerCase();
  return uuid === NIL ? undefined : uuid;
}

/** Builds a failure to bind a body or query, which has no correlation id. */
export function failBinding(msg: string) {
  return envelope({ code: 40001, msg } as const);
}

/** Builds the failure of a call that requires a sign-in. */
export function loginRequired(failed: FailedRequest) {
  return fail(failed, 401, 'Login required');
}

/** Builds the failure for an id that cannot be decoded, or is of another kind of object. */
export function undecodableId(failed: FailedRequest) {
  return fail(failed, 40001, 'Failed to parse object ID');
}

/** Builds the failure for a list with an id that cannot be decoded; it has no message. */
export function undecodableIds(failed: FailedRequest) {
  return fail(failed, -1, '');
}

/** Builds the failure for a URI that the server cannot parse, or whose scheme it does not know. */
export function unknownUri(failed: FailedRequest) {
  return fail(failed, 40001, 'unknown uri');
}
