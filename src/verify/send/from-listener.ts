import { once } from 'node:events';
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type RequestListener,
  request as requestHttp,
} from 'node:http';
import { duplexPair } from 'node:stream';
import type { FetchHandler } from './send-options.ts';

/** Statuses whose answers have no body, https://fetch.spec.whatwg.org/#null-body-status. */
const WITHOUT_BODY = [204, 205, 304];

/**
 * Makes a `fetch` handler of a listener of `node:http`, such as an Express application or `fastify.routing`. Opens no
 * port.
 */
export function fromListener(listener: RequestListener): FetchHandler {
  const server = createServer(listener);
  return async (request) => {
    const [near, far] = duplexPair();
    server.emit('connection', far);
    const { host, pathname, search } = new URL(request.url);
    const bytes = await request.bytes();
    const sent = requestHttp({
      createConnection: () => near,
      method: request.method,
      path: pathname + search,
      headers: {
        host,
        ...Object.fromEntries(request.headers),
        ...(bytes.length > 0 && { 'content-length': bytes.length }),
      },
      signal: request.signal,
    });
    sent.end(bytes);
    return toResponse(await headOf(sent));
  };
}

async function headOf(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer] = await once(sent, 'response');
  return answer;
}

function toResponse(answer: IncomingMessage): Response {
  const { statusCode: status = 200, headersDistinct } = answer;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  if (!WITHOUT_BODY.includes(status)) {
    return new Response(streamOf(answer), { status, headers });
  }
  answer.resume();
  return new Response(null, { status, headers });
}

function streamOf(answer: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = answer.iterator();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      answer.destroy();
    },
  });
}
