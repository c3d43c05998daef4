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
