import { type ExampleRequest, formatTarget } from '../contract/example/example-request.ts';
import { formatCurl } from '../text/format-curl.ts';

/** Request as it goes over the wire. */
export interface SentRequest {
  readonly method: string;
  /** Path and query below the base path of the API. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

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

/** Writes an example request, with more headers. */
export function toSent(
  request: ExampleRequest,
  body?: string | FormData,
  more: Readonly<Record<string, string>> = {},
): SentRequest {
  const { mediaType } = request;
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  // A form in parts brings its own, with the boundary.
  const isTyped = typeof body === 'string' && mediaType !== undefined;
  return {
    method: request.method,
    target: formatTarget(request),
    headers: {
      ...Object.fromEntries(headers),
      ...(isTyped && { 'content-type': mediaType }),
      ...more,
    },
    ...(body !== undefined && { body }),
  };
}

/** Writes a request as a command, to see its answer again; `base` is where the mock is served. */
export function toCurl(base: string, { method, target, headers, body }: SentRequest): string {
  return formatCurl({
    method,
    url: `${base}${target}`,
    headers: Object.entries(headers),
    body: typeof body === 'string' ? body : undefined,
    more: body instanceof FormData ? ['-F …'] : [],
  });
}

/** What the mock itself says is wrong, or the start of its answer. */
export function explain({ headers, text }: ReceivedAnswer): string[] {
  const told = headers.get('x-mock-violations') ?? text;
  return told === '' ? [] : [told.length > 500 ? `${told.slice(0, 499)}…` : told];
}
