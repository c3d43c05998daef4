import { type HeaderFields, listSeparately } from '../../contract/model/header-reader.ts';
import type { HttpRequest, HttpResponse, Serve } from './message.ts';

/** Answers a Fetch `Request` without a port. */
export type Fetch = (request: Request) => Promise<Response>;

/** Those that a `Response` accepts, https://fetch.spec.whatwg.org/#null-body-status. */
const NULL_BODY_STATUSES = [204, 205, 304];

/** Origin, path and query of a URL; that of a `Request` is parsed and written anew already. */
const URL_PARTS = /^([^:/?#]+:\/\/[^/?#]*)([^?#]*)(?:\?([^#]*))?/;

const CONNECTION_LOST = new Error('The connection was lost, as a fault of the sandbox has it.');

/** Wraps a server as a `fetch` function. */
export function toFetch(serve: Serve): Fetch {
  return async (request) => toResponse(await serve(toHttpRequest(request)), request.method);
}

function toHttpRequest({ method, url, headers, body }: Request): HttpRequest {
  const [, origin = 'null', path = url, query = ''] = URL_PARTS.exec(url) ?? [];
  const rawHeaders: string[] = [];
  // A reader of its own: `Headers` takes 4 of the 17 µs of this file for the dozen fields that a request is asked for, and
  // throws for a name that no field can have, which a contract may ask for (November 2026).
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    rawHeaders.push(name, value);
    const former = values.get(name);
    values.set(name, former === undefined ? value : `${former}, ${value}`);
  }
  return {
    method,
    origin,
    path,
    query,
    headers: { get: (name) => values.get(name.toLowerCase()) ?? null },
    rawHeaders,
    readRemoteAddress: () => undefined,
    body: body === null ? undefined : { stream: body },
  };
}

function toResponse(
  { status, headers, body, bytes, stream, loss }: HttpResponse,
  method: string,
): Response {
  if (loss === 'all') throw new TypeError('fetch failed', { cause: CONNECTION_LOST });
  const hasBody = method !== 'HEAD' && !NULL_BODY_STATUSES.includes(status);
  const content = hasBody ? toBodyInit(bytes ?? body) : null;
  const whole = hasBody && stream !== undefined ? stream() : content;
  const sent = loss === 'half' && content !== null ? streamHalf(content) : whole;
  return new Response(sent, {
    status,
    headers: isPlain(headers) ? headers : listSeparately(headers),
  });
}

/** Whether every field has one value, as most have: `Headers` takes an object in half the time of a list. */
function isPlain(headers: HeaderFields): headers is Record<string, string> {
  return Object.values(headers).every((value) => typeof value === 'string');
}

/** Streams half of a body, then fails as `fetch` does when the connection is lost. */
function streamHalf(content: string | Uint8Array): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(content);
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length >> 1)),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: CONNECTION_LOST })),
  });
}

/** `Response` copies bytes itself, but takes no view of shared memory. */
function toBodyInit(
  body: string | Uint8Array | undefined,
): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || typeof body === 'string') return body ?? null;
  return isUnshared(body) ? body : new Uint8Array(body);
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}
