import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { FidelityError } from './fidelity-error.ts';
import type { Header } from './recording.ts';

/** Request as it goes to a server. */
export interface SentRequest {
  readonly method: string;
  /** Path and query, sent as they are: no client tidies them up. */
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: Buffer | undefined;
}

/** Answer as it came. */
export interface GotAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends a request to the server at an origin. Rejects with FidelityError when there is no answer. */
export function sendRequest(
  origin: string,
  { method, target, headers, body }: SentRequest,
): Promise<GotAnswer> {
  const { protocol, hostname, port } = new URL(origin);
  const request = protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, fail) => {
    const reject = (error: Error) =>
      fail(new FidelityError(`${method} ${target}: ${origin} gave no answer. ${error.message}`));
    const sent = request({
      method,
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      path: target,
      headers: [['Host', new URL(origin).host], ...headers, ...lengthOf(body)].flat(),
      agent: false,
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const fields = Object.entries(response.headersDistinct);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            fields.map(([name, values = []]) => [name, values.join(', ')]),
          ),
          body: Buffer.concat(chunks),
        });
      });
    });
    sent.end(body);
  });
}

function lengthOf(body: Buffer | undefined): Header[] {
  return body === undefined ? [] : [['Content-Length', `${body.length}`]];
}

/** Bytes of a body: a value as JSON, a text with one byte per character, so that no encoding is out of reach. */
export function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (typeof body !== 'string') return Buffer.from(JSON.stringify(body));
  return Buffer.from(body, /^[\0-ÿ]*$/.test(body) ? 'latin1' : 'utf8');
}
