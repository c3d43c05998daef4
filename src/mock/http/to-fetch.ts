import { Readable } from 'node:stream';
import type { HttpRequest, HttpResponse, Serve } from './message.ts';

/** Function of the Fetch standard that answers without a port. */
export type Fetch = (request: Request) => Promise<Response>;

/** Statuses whose answers cannot have a body, as far as a `Response` can carry them. */
const NULL_BODY_STATUSES = [204, 205, 304];

const LOST = new Error('The connection was lost, as a fault of the sandbox has it.');

/** Makes the Fetch standard's form of a server. */
export function toFetch(serve: Serve): Fetch {
  return async (request) => toResponse(await serve(toHttpRequest(request)), request.method);
}

function toHttpRequest({ method, url, headers, body }: Request): HttpRequest {
  const { origin, pathname, search } = new URL(url);
  return {
    method,
    origin,
    path: pathname,
    query: search.slice(1),
    headers,
    rawHeaders: [...headers].flat(),
    readRemoteAddress: () => undefined,
    body: body === null ? undefined : { stream: Readable.from(readChunks(body)) },
  };
}

async function* readChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

function toResponse({ status, headers, body, loss }: HttpResponse, method: string): Response {
  if (loss === 'all') throw new TypeError('fetch failed', { cause: LOST });
  const hasBody = method !== 'HEAD' && !NULL_BODY_STATUSES.includes(status);
  const content = hasBody ? toBodyInit(body) : null;
  const sent = loss === 'half' && content !== null ? breakOff(content) : content;
  return new Response(sent, { status, headers: { ...headers } });
}

/** Stream of half a body, which fails then as one over a lost connection does. */
function breakOff(content: string | Uint8Array): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(content);
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length >> 1)),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: LOST })),
  });
}

/** A `Response` takes no view of shared memory. */
function toBodyInit(
  body: string | Uint8Array | undefined,
): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || typeof body === 'string') return body ?? null;
  return new Uint8Array(body);
}
