import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import type { Exchange, Field } from '../exchange.ts';
import { formatOrigin } from '../format-origin.ts';
import { pairFields } from '../header-fields.ts';
import { type Choice, createChooser } from './choose-answer.ts';
import type { RecordedRequest } from './recorded-request.ts';

export interface ReplayOptions {
  readonly recorded: readonly RecordedRequest[];
  readonly port: number;
  readonly host: string;
  /** Takes a line about each request. */
  readonly log: (line: string) => void;
}

export interface ReplayServer {
  /** Origin without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Most bytes of a request body; none that was recorded is larger by default. */
const MAX_BODY = 64 * 1024 * 1024;
/** Fields for the recorded connection and moment. */
const NOT_REPLAYED =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|content-encoding|date|alt-svc)$/i;

/** Starts a server that gives recorded answers. Rejects with the system's error, such as EADDRINUSE. */
export function serveRecording(options: ReplayOptions): Promise<ReplayServer> {
  const { port, host, log, recorded } = options;
  const choose = createChooser(recorded);
  const server = createServer((message, response) => {
    void answer(message, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject).on('error', () => {});
      resolve({ url: formatOrigin(server.address()), close });
    });
  });

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(message);
    if (body === undefined) return refuseLarge(response);
    const { method = 'GET', url = '/', rawHeaders } = message;
    const [path = '', query = ''] = url.split(/\?(.*)/s, 2);
    const request = {
      headers: pairFields(rawHeaders),
      body: body.length > 0 ? body : undefined,
      isUnknown: false,
    };
    const choice = choose({ method, path, query, request });
    const status = send(choice, { method, url }, response);
    log(`${method} ${maskUnknown(url)} ${choice.kind === 'answer' ? status : 'not recorded'}`);
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

function send(
  choice: Choice,
  asked: { readonly method: string; readonly url: string },
  response: ServerResponse,
): number {
  if (choice.kind === 'answer') return sendAnswer(choice.exchange, response);
  const [nearest] = choice.nearest;
  const advice =
    nearest === undefined
      ? 'Nothing was recorded that could be served.'
      : `Nearest is ${nearest.method} ${nearest.target}, with another ${nearest.differs.join(', ')}.`;
  const problem = {
    title: 'Request was not recorded',
    status: 404,
    detail: `No ${asked.method} ${asked.url} was recorded. ${advice}`,
    nearest: choice.nearest,
  };
  response.writeHead(404, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(problem, null, 2));
  return 404;
}

function sendAnswer({ origin, status, response: recorded }: Exchange, response: ServerResponse) {
  const fields = recorded.headers
    .filter(([name]) => !NOT_REPLAYED.test(name))
    .map(([name, value]): Field => [name, rewriteLink(name, value, origin)]);
  const { body } = recorded;
  const length = body === undefined ? [] : ['Content-Length', String(body.length)];
  try {
    response.writeHead(status, [...fields.flat(), ...length]);
  } catch {
    // Somebody may have written an archive by hand.
    response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('The recorded answer has a header that no server can send.\n');
    return 502;
  }
  response.end(body);
  return status;
}

/** A client that follows a redirect stays here, and does not go to the server that was recorded. */
function rewriteLink(name: string, value: string, origin: string): string {
  const isOwn = /^(?:content-)?location$/i.test(name) && value.startsWith(`${origin}/`);
  return isOwn ? value.slice(origin.length) : value;
}

/** Reads a body; `undefined` for one that is too large. */
async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message) {
      size += chunk.length;
      if (size > MAX_BODY) return undefined;
      chunks.push(chunk);
    }
  } catch {
    // The client went away, and nobody waits for an answer.
  }
  return Buffer.concat(chunks);
}

function refuseLarge(response: ServerResponse): void {
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`Expected a body of at most ${MAX_BODY} bytes, found a larger one.\n`);
}

function maskUnknown(target: string): string {
  return maskTarget({ target, contract: undefined, operation: undefined, pathValues: undefined });
}
