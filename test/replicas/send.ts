import { type Agent, request } from 'node:http';

export interface Sent {
  readonly status: number;
  readonly text: string;
  /** Why it is an error, as far as the mock tells. */
  readonly violations: string;
}

/** Sends a request such as `GET /path` with a JSON body; rejects where no answer came. */
export type Send = (request: string, body?: unknown) => Promise<Sent>;

/** Headers of every request. */
const HEADERS = { authorization: 'Bearer x' };

/** Sends requests to a mock in this process. */
export function sendWithin(fetch: (request: Request) => Promise<Response>): Send {
  return async (line, body) => {
    const [method = '', path = ''] = line.split(' ');
    const response = await fetch(
      new Request(`http://mock.test${path}`, {
        method,
        headers: { ...HEADERS, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    return {
      status: response.status,
      text: await response.text(),
      violations: response.headers.get('x-mock-violations') ?? '',
    };
  };
}

/** Sends requests to a server; an answer that does not come in time is none. */
export function sendTo(url: string, agent: Agent, timeout: number): Send {
  return (line, body) =>
    new Promise((resolve, reject) => {
      const [method = '', path = ''] = line.split(' ');
      const json = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(`${url}${path}`, {
        method,
        agent,
        timeout,
        headers: { ...HEADERS, ...(json !== undefined && { 'content-type': 'application/json' }) },
      });
      sent.once('error', reject);
      sent.once('timeout', () => sent.destroy(new Error('No answer came in time.')));
      sent.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            violations: String(response.headers['x-mock-violations'] ?? ''),
          }),
        );
      });
      sent.end(json);
    });
}
