import { once } from 'node:events';
import { type IncomingMessage, request as open } from 'node:http';
import { text } from 'node:stream/consumers';

/** Request as one line, such as `POST /things?page=1`, with what else it carries. */
export interface Exchange {
  readonly line: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a client sees of an answer. */
export interface Answer {
  readonly status: number | undefined;
  /** By lower-case name; `sl-violations` as its parsed list. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

/** Headers that belong to the connection, or that Prism does not send. */
const IGNORED_HEADERS = [
  ...['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'vary'],
  ...['x-mock-violations', 'access-control-expose-headers', 'allow'],
];

/** Sends a request with no headers of the client's own, such as `Accept`. */
export async function send(
  origin: string,
  { line, headers = {}, body }: Exchange,
): Promise<Answer> {
  const [method = '', target = ''] = line.split(' ');
  const request = open(`${origin}${target}`, { method, headers, agent: false });
  request.end(body);
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (response === undefined) throw new Error(`${line} was not answered.`);
  const received = await text(response);
  return {
    status: response.statusCode,
    headers: comparableHeaders(response.headers),
    body: isJson(response) && received !== '' ? JSON.parse(received) : received,
  };
}

function comparableHeaders(headers: IncomingMessage['headers']): Record<string, unknown> {
  const entries = Object.entries(headers).filter(([name]) => !IGNORED_HEADERS.includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      name === 'sl-violations' ? JSON.parse(String(value)) : value,
    ]),
  );
}

function isJson({ headers }: IncomingMessage): boolean {
  return /json/.test(headers['content-type'] ?? '');
}
