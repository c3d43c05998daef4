import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';
import { AnswerError } from './answer-error.ts';
import { collectBody } from './collect-body.ts';
import type { Exchange, RawAnswer, Transport } from './exchange.ts';
import { explainFailure } from './explain-failure.ts';
import { type SplitUrl, splitUrl } from './split-url.ts';
import { toWireBody, type WireBody, withContentType } from './wire-body.ts';

/** Milliseconds after which an idle connection is not used again: few servers close theirs earlier. */
const IDLE = 1000;
/** Methods that may be sent twice, https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/** Options of the connections. */
export interface HttpOptions {
  readonly concurrency: number;
  readonly insecure?: boolean;
}

/** Makes a transport over HTTP/1.1 whose connections stay open. */
export function createHttpTransport({ concurrency, insecure = false }: HttpOptions): Transport {
  const options = { keepAlive: true, maxSockets: concurrency, timeout: IDLE };
  const plain = new Agent(options);
  const secure = new SecureAgent({ ...options, rejectUnauthorized: !insecure });
  const open = (url: SplitUrl, exchange: Exchange, body: WireBody) => {
    const { method, headers } = exchange.request;
    const { isSecure, hostname, port, host, target } = url;
    const request = isSecure ? requestHttps : requestHttp;
    return request({
      method,
      hostname,
      port,
      path: target,
      agent: isSecure ? secure : plain,
      headers: writeHeaders(host, withContentType(headers, body.contentType), body.bytes),
    });
  };
  return {
    async exchange(exchange) {
      const { request, title, progress } = exchange;
      const url = splitUrl(request);
      const body = await toWireBody(request.body);
      const attempt = () => exchangeOnce(() => open(url, exchange, body), body, exchange);
      try {
        return await attempt().catch((error: unknown) => {
          if (isStale(error) && IDEMPOTENT.has(request.method.toUpperCase())) return attempt();
          throw error;
        });
      } catch (error) {
        if (exchange.signal.aborted) throw exchange.signal.reason;
        if (error instanceof AnswerError) throw error;
        throw explainFailure(error instanceof StaleError ? error.cause : error, title, progress);
      }
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** A connection that was open from before, and that the server closed while the request was on its way. */
class StaleError extends Error {
  override readonly name = 'StaleError';
}

function isStale(error: unknown): boolean {
  return error instanceof StaleError;
}

async function exchangeOnce(
  open: () => ClientRequest,
  { bytes }: WireBody,
  exchange: Exchange,
): Promise<RawAnswer> {
  const { signal, progress } = exchange;
  signal.throwIfAborted();
  const request = open();
  // What the parser finds wrong in a body is told to the request alone.
  let parserError: Error | undefined;
  request.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code?.startsWith('HPE_')) parserError = error;
  });
  const end = () => request.destroy();
  signal.addEventListener('abort', end);
  try {
    const coming = firstOf(request, exchange);
    request.end(bytes);
    const response = await coming;
    progress.status = response.statusCode ?? 0;
    const headers = readHeaders(response, exchange);
    const body = await collectBody(response, exchange);
    return { status: progress.status, headers, bytes: body };
  } catch (error) {
    // An unread body would keep its connection for ever.
    request.destroy();
    if (parserError !== undefined) throw parserError;
    const isReset = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    if (!isReset || !request.reusedSocket || progress.status !== undefined) throw error;
    throw new StaleError(error.message, { cause: error });
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Waits for the head of an answer. */
async function firstOf(request: ClientRequest, { title }: Exchange): Promise<IncomingMessage> {
  const { promise: upgraded, reject } = Promise.withResolvers<never>();
  request.once('upgrade', (_response, socket) => {
    socket.destroy();
    reject(
      new AnswerError(
        `${title}: expected an answer of HTTP, found 101 and another protocol. Answer with another status.`,
        'not-http',
      ),
    );
  });
  const [response] = await Promise.race([once(request, 'response'), upgraded]);
  return response;
}

function writeHeaders(
  host: string,
  given: Readonly<Record<string, string>>,
  body: Uint8Array | undefined,
): string[] {
  const names = Object.keys(given).map((name) => name.toLowerCase());
  const own = [
    ['Host', host],
    ['Accept', '*/*'],
    ...(body === undefined ? [] : [['Content-Length', String(body.length)]]),
  ];
  return [
    ...own.filter(([name = '']) => !names.includes(name.toLowerCase())),
    ...Object.entries(given),
  ].flat();
}

function readHeaders({ rawHeaders }: IncomingMessage, { title }: Exchange): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    try {
      headers.append(name, value);
    } catch (error) {
      throw new AnswerError(
        `${title}: expected headers as HTTP has them, found ${JSON.stringify(name)}. Correct the headers of the answer.`,
        'malformed',
        { cause: error },
      );
    }
  }
  return headers;
}
