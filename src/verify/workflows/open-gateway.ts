import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Gives the answer of a server to a request; it follows no redirect. */
export type GatewayFetch = (request: Request) => Promise<Response> | Response;

/** Takes all requests of another process, and lets those to known servers pass. */
export interface Gateway {
  /** For `HTTP_PROXY` of the process. */
  readonly url: string;
  /** URL of a server as the process has to know it: without TLS, which ends here. */
  readonly nameServer: (url: string) => string;
  /** Whether a URL is one of the known servers. */
  readonly isKnown: (url: string) => boolean;
  /** Requests that the process got no answer to, in their order. */
  readonly lost: readonly LostRequest[];
  /** Rejects where an error of `fetch` means that nothing more can be asked. */
  readonly broken: Promise<never>;
  close(): void;
}

/** Request without an answer. */
export interface LostRequest {
  readonly url: string;
  /** What `fetch` threw; absent where the host is none of the known servers. */
  readonly error?: unknown;
}

/** Fields between two neighbours, https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1, and what Fetch sets by itself. */
const HOP_BY_HOP = new Set(
  [
    'connection, keep-alive, proxy-connection, proxy-authorization, te, trailer, transfer-encoding, upgrade',
    'host, content-length, content-encoding, accept-encoding',
  ].flatMap((names) => names.split(', ')),
);
/** Statuses whose answers have no body, https://fetch.spec.whatwg.org/#null-body-status. */
const WITHOUT_BODY = [204, 205, 304];

/**
 * Opens a proxy on a free port of this machine that answers by `fetch`.
 *
 * A request to any other host is refused, be it by a redirect or a link, so that no credentials get there.
 */
export async function openGateway(
  servers: readonly string[],
  fetch: GatewayFetch,
): Promise<Gateway> {
  const origins = new Map(servers.map((url) => [hostOf(url), new URL(url).origin]));
  const lost: LostRequest[] = [];
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => {});
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const origin = origins.get(hostOf(`http://${host}`));
    if (origin === undefined) {
      response.writeHead(403, 'Not among the servers of this run').end();
      return;
    }
    const target = request.url ?? '/';
    pass(request, response, origin + target, fetch).catch((error: unknown) => {
      lost.push({ url: origin + target, error });
      response.destroy();
      if (!(error instanceof Error) || error.name !== 'AnswerError') reject(error);
    });
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (first === null) return;
      socket.unshift(first);
      const isSecure = first[0] === TLS_HANDSHAKE;
      const host = hostOf(`https://${request.url}`);
      if (!isSecure) server.emit('connection', socket);
      else if (origins.get(host)?.startsWith('https:')) tunnel(host, socket);
      else {
        lost.push({ url: `https://${request.url}` });
        socket.destroy();
      }
    });
    if (head.length > 0) socket.unshift(head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    nameServer: (url) => `http://${hostOf(url)}${new URL(url).pathname.replace(/\/$/, '')}`,
    isKnown: (url) => origins.has(hostOf(url)),
    lost,
    broken,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** First byte of a connection by TLS, https://www.rfc-editor.org/rfc/rfc8446#section-5.1. */
const TLS_HANDSHAKE = 22;

/** Joins a connection by TLS to a known server, which a link in an answer may name. */
function tunnel(host: string, socket: Duplex): void {
  const { hostname, port } = new URL(`https://${host}`);
  const far = connect(Number(port || 443), hostname.replace(/^\[(.*)\]$/, '$1'));
  far.on('error', () => socket.destroy());
  far.on('close', () => socket.destroy());
  socket.on('close', () => far.destroy());
  socket.pipe(far).pipe(socket);
}

/** Host and port, which a URL need not name where it is that of the scheme. */
function hostOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  fetch: GatewayFetch,
): Promise<void> {
  const body = Buffer.concat(await request.toArray());
  const { method = 'GET', headersDistinct } = request;
  const answer = await fetch(
    new Request(url, {
      method,
      headers: listFields(Object.entries(headersDistinct)),
      redirect: 'manual',
      ...(body.length > 0 && { body }),
    }),
  );
  const fields = listFields([...answer.headers].map(([name, value]) => [name, [value]]));
  const bytes = await answer.bytes();
  response.writeHead(answer.status, fields.flat());
  response.end(WITHOUT_BODY.includes(answer.status) ? undefined : bytes);
}

function listFields(
  fields: readonly (readonly [string, readonly string[] | undefined])[],
): [string, string][] {
  return fields
    .filter(([name]) => !HOP_BY_HOP.has(name))
    .flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value]));
}
