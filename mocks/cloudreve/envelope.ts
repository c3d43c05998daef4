import type { components } from '../../src/generated/cloudreve/types.ts';
import type { HeaderReader } from '../../src/mock/authoring/index.ts';

type ErrorCode = components['schemas']['ErrorCode'];

/** Request that failed, and a source of ids for the answer to it. */
export interface FailedRequest {
  readonly request: { readonly headers: HeaderReader };
  readonly random: { readonly uuid: () => string };
}

/** Frozen, so that the mock writes them once. */
const HEADERS = Object.freeze({ 'cache-control': 'private, no-cache' });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Writes what the server answers to every handled call, failed ones included. */
export function envelope<Body>(body: Body) {
  return {
    status: 200,
    mediaType: 'application/json; charset=utf-8',
    headers: HEADERS,
    body,
  } as const;
}

/** Success with a result. */
export function succeed<Data>(data: Data) {
  return envelope({ code: 0, data, msg: '' } as const);
}

/** Success without a result. */
export function succeedEmpty() {
  return envelope({ code: 0, msg: '' } as const);
}

/** Failure with the correlation id of the request, or else a random one. */
export function fail({ request, random }: FailedRequest, code: ErrorCode, msg: string) {
  const sent = request.headers.get('x-cr-correlation-id') ?? '';
  return envelope({ code, msg, correlation_id: UUID.test(sent) ? sent : random.uuid() });
}

/** Failure of the binding of a body or query, which carries no correlation id. */
export function failBinding(msg: string) {
  return envelope({ code: 40001, msg } as const);
}

/** Failure of a call that needs a sign-in. */
export function loginRequired(failed: FailedRequest) {
  return fail(failed, 401, 'Login required');
}

/** Id that cannot be decoded, or that of another kind of object. */
export function undecodableId(failed: FailedRequest) {
  return fail(failed, 40001, 'Failed to parse object ID');
}

/** Id in a list that cannot be decoded; this error has no words. */
export function undecodableIds(failed: FailedRequest) {
  return fail(failed, -1, '');
}

/** URI that the server cannot read, or whose scheme it does not know. */
export function unknownUri(failed: FailedRequest) {
  return fail(failed, 40001, 'unknown uri');
}
