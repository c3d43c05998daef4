import { AnswerError } from './answer-error.ts';
import { collectBody } from './collect-body.ts';
import type { Exchange, RawAnswer, Transport } from './exchange.ts';
import { RequestError } from './request-error.ts';
import type { FetchHandler } from './send-options.ts';
import { splitUrl } from './split-url.ts';

/** Makes a transport to a handler in this process. */
export function createHandlerTransport(fetch: FetchHandler): Transport {
  return {
    async exchange(exchange) {
      const request = writeRequest(exchange);
      return await untilAborted(exchange.signal, answer(fetch, request, exchange));
    },
    close() {},
  };
}

async function answer(
  fetch: FetchHandler,
  request: Request,
  exchange: Exchange,
): Promise<RawAnswer> {
  const { progress, title } = exchange;
  try {
    const response: unknown = await fetch(request);
    if (!isResponse(response)) {
      throw new AnswerError(
        `${title}: expected a Response, found ${response === null ? 'null' : typeof response}. ` +
          'Return one from the handler.',
        'malformed',
      );
    }
    progress.status = response.status;
    const bytes = await collectBody(chunksOf(response.body), exchange);
    return { status: response.status, headers: new Headers(response.headers), bytes };
  } catch (error) {
    if (error instanceof AnswerError) throw error;
    const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new AnswerError(
      `${title}: expected a Response, found that the handler throws ${told}. Answer with a status instead.`,
      'thrown',
      { cause: error },
    );
  }
}

/** A handler may not heed the signal of its request. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const fail = () => reject(signal.reason);
  signal.addEventListener('abort', fail);
  try {
    return await Promise.race([work, promise]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', fail);
  }
}

function writeRequest(exchange: Exchange): Request {
  const { request, title, signal } = exchange;
  const { method, url, headers, body } = request;
  splitUrl(request);
  try {
    const written = new Headers(headers);
    // The body brings its own, with the boundary.
    if (body instanceof FormData) written.delete('content-type');
    return new Request(url, {
      method,
      headers: written,
      redirect: 'manual',
      signal,
      ...(body !== undefined && { body: body instanceof Uint8Array ? Buffer.from(body) : body }),
    });
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new RequestError(`${title} cannot be given to a handler: ${told}. Send it over HTTP.`, {
      cause: error,
    });
  }
}

/** A handler may bring a Response that is not this process' own. */
function isResponse(value: unknown): value is Response {
  if (value instanceof Response) return true;
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}

/** Ends the body as well where its reader stops early. */
async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whether it can be ended is of no interest.
    reader.cancel().catch(() => {});
  }
}
