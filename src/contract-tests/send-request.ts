import type { SentRequest } from '../cases/sent-request.ts';

/** Answer, read as a whole. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request to a mock in this process. */
export type Send = (request: SentRequest) => Promise<ReceivedAnswer>;

const ORIGIN = 'http://mock.test';

/** Makes the function that sends requests to an API at a base path, by the `fetch` of a mock. */
export function createSend(mount: string, fetch: (request: Request) => Promise<Response>): Send {
  return async ({ method, target, headers, body }) => {
    const init = {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    } as const;
    const response = await fetch(new Request(`${ORIGIN}${mount}${target}`, init));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

/** What the mock itself says is wrong, or the start of its answer. */
export function explain({ headers, text }: ReceivedAnswer): string[] {
  const told = headers.get('x-mock-violations') ?? text;
  return told === '' ? [] : [told.length > 500 ? `${told.slice(0, 499)}…` : told];
}
