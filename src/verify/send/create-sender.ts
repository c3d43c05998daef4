export interface ServerRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | Uint8Array;
}
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly milliseconds: number;
}
export interface SendOptions {
  readonly fetch?: (request: Request) => Promise<Response> | Response;
  readonly timeout: number;
  readonly maxBytes: number;
  readonly maxRequests?: number;
  readonly maxTime?: number;
  readonly rate?: number;
  readonly concurrency: number;
  readonly insecure?: boolean;
  readonly signal?: AbortSignal;
}
export interface Sender {
  send(request: ServerRequest): Promise<ServerAnswer>;
  readonly sent: number;
  close(): Promise<void>;
}
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
export function createSender(options: SendOptions): Sender {
  let sent = 0;
  const go = options.fetch ?? fetch;
  let active = 0;
  const waiting: (() => void)[] = [];
  return {
    get sent() {
      return sent;
    },
    async send({ method, url, headers, body }) {
      if (active >= options.concurrency) await new Promise<void>((r) => waiting.push(r));
      active += 1;
      sent += 1;
      const start = performance.now();
      try {
        const response = await go(
          new Request(url, {
            method,
            headers,
            redirect: 'manual',
            ...(body !== undefined && { body: body as never }),
          }),
        );
        return {
          status: response.status,
          headers: response.headers,
          bytes: new Uint8Array(await response.arrayBuffer()),
          milliseconds: performance.now() - start,
        };
      } catch (error) {
        throw new ConnectionError(String(error));
      } finally {
        active -= 1;
        waiting.shift()?.();
      }
    },
    async close() {},
  };
}
