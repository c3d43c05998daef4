import {
  type ClientRequest,
  createServer,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Field } from '../exchange.ts';
import { formatOrigin } from '../format-origin.ts';
import { type CollectedBytes, collectBytes } from './collect-bytes.ts';
import { listPassed } from './passed-fields.ts';

/** Message as it was passed on, with its content coding. */
export interface PassedMessage {
  readonly headers: readonly Field[];
  /** `undefined` for more bytes than are kept. */
  readonly bytes: Buffer | undefined;
  readonly size: number;
}

/** Request that was passed on, and its answer. */
export interface PassedExchange {
  /** Unix milliseconds. */
  readonly at: number;
  readonly milliseconds: number;
  readonly method: string;
  /** Path and query at the server. */
  readonly target: string;
  readonly request: PassedMessage;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly response: PassedMessage | undefined;
  /** What went wrong, if anything did. */
  readonly problem: string | undefined;
}

export interface ProxyOptions {
  /** Server to which every request goes, and none to any other. */
  readonly to: URL;
  readonly port: number;
  readonly host: string;
  /** Most bytes that are kept of one body. */
  readonly limit: number;
  /** Whether any certificate will do. */
  readonly isInsecure: boolean;
  readonly onExchange: (exchange: PassedExchange) => void;
}

export interface RunningProxy {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** Ends all connections; the exchanges that they cut off are told before it resolves. */
  readonly close: () => Promise<void>;
}

const TEXT: Field = ['Content-Type', 'text/plain; charset=utf-8'];

/**
 * Starts a server that passes every request on to another one, and tells of each exchange when it is over.
 *
 * Bodies stream both ways, as they are. Redirects are passed to the client, which may follow them by itself. Rejects with the system's
 * error, such as EADDRINUSE.
 */
export function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { to, port, host, isInsecure } = options;
  const isHttps = to.protocol === 'https:';
  const agent = isHttps
    ? new HttpsAgent({ keepAlive: true, rejectUnauthorized: !isInsecure })
    : new HttpAgent({ keepAlive: true });
  const send = isHttps ? httpsRequest : httpRequest;
  /** Exchanges that are not over. */
  const open = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const over = pass(request, response, { ...options, agent, send });
    open.add(over);
    void over.finally(() => open.delete(over));
  });
  server.on('upgrade', (_request, socket) => refuse(socket, 'No WebSocket is passed on.'));
  server.on('connect', (_request, socket) => refuse(socket, 'No tunnel is opened.'));
  server.on('clientError', (_error, socket) => refuse(socket, 'The request is malformed.', 400));
  // A client may think long about its next request, and stream for as long as it likes.
  server.requestTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject).on('error', () => {});
      resolve({ url: formatOrigin(server.address()), close });
    });
  });

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await Promise.all(open);
    agent.destroy();
  }
}

interface Passing extends ProxyOptions {
  readonly agent: HttpAgent;
  readonly send: (options: RequestOptions) => ClientRequest;
}

/** Passes one request on, and its answer back; resolves when both are over. */
function pass(request: IncomingMessage, response: ServerResponse, passing: Passing): Promise<void> {
  const { to, limit, onExchange } = passing;
  const { method = 'GET', url = '' } = request;
  if (!url.startsWith('/')) {
    answerText(response, 400, `Expected a path, found "${url}". All requests go to ${to.href}.`);
    return Promise.resolve();
  }
  const at = Date.now();
  const begin = performance.now();
  const target = to.pathname.replace(/\/$/, '') + url;
  const fields = listPassed(request.rawHeaders).filter(
    ([name]) => !/^(?:host|expect)$/i.test(name),
  );
  const sent: Field[] = [['Host', to.host], ...fields];
  const requestBytes = collectBytes(request, limit);
  let answered: { readonly message: IncomingMessage; readonly bytes: CollectedBytes } | undefined;
  let problem: string | undefined;

  return new Promise((resolve) => {
    const upstream = passing.send({
      protocol: to.protocol,
      hostname: to.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: to.port,
      method,
      path: target,
      // As they were sent, in their order.
      headers: sent.flat(),
      agent: passing.agent,
    });
    upstream.on('response', (message) => {
      answered = { message, bytes: collectBytes(message, limit) };
      passBack(message, response);
      message.on('error', (error) => {
        problem ??= `the answer broke off: ${error.message}`;
        response.destroy();
      });
    });
    upstream.on('error', (error) => {
      if (response.closed || response.headersSent) return response.destroy();
      problem = describe(error, to);
      answerText(response, 502, problem);
    });
    // Before 'finish' of the answer, the client went away.
    response.on('close', () => {
      if (!response.writableFinished) problem ??= 'the client went away before the answer ended';
      upstream.destroy();
      onExchange(describeExchange());
      resolve();
    });
    request.on('error', () => upstream.destroy());
    request.pipe(upstream);
  });

  function describeExchange(): PassedExchange {
    const headers = answered && listPassed(answered.message.rawHeaders);
    return {
      at,
      milliseconds: performance.now() - begin,
      method,
      target,
      request: { headers: sent, bytes: requestBytes.read(), size: requestBytes.size() },
      status: answered?.message.statusCode ?? 0,
      response: answered && {
        headers: headers ?? [],
        bytes: answered.bytes.read(),
        size: answered.bytes.size(),
      },
      problem,
    };
  }
}

function passBack(message: IncomingMessage, response: ServerResponse): void {
  const { statusCode = 502, statusMessage, rawHeaders } = message;
  // Node sets the coding of the transfer for this connection itself.
  const fields = listPassed(rawHeaders).filter(([name]) => !/^transfer-encoding$/i.test(name));
  response.sendDate = false;
  response.writeHead(statusCode, statusMessage, fields.flat());
  // A stream of events may have none for long.
  response.flushHeaders();
  message.pipe(response);
}

function describe(error: Error, to: URL): string {
  const isCertificate = /certificate/i.test(error.message);
  const advice = isCertificate ? ' Use --insecure if that is to be expected.' : '';
  return `Expected an answer of ${to.href}, found: ${error.message || String(error)}.${advice}`;
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, [...TEXT, 'Connection', 'close']);
  response.end(`${text}\n`);
}

function refuse(socket: Duplex, text: string, status: 400 | 501 = 501): void {
  const reason = status === 400 ? 'Bad Request' : 'Not Implemented';
  const body = `${text}\n`;
  const head = `HTTP/1.1 ${status} ${reason}\r\n${TEXT.join(': ')}\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.on('error', () => {});
  if (socket.writable) socket.end(`${head}\r\n\r\n${body}`);
  else socket.destroy();
}
