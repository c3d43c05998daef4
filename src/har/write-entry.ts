// Not imported, since an import would also load Node's WebSocket client.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** Header field, query parameter or cookie. */
export interface HarField {
  readonly name: string;
  readonly value: string;
}

/** Message to write to an archive; all secrets of it are masked already. */
export interface HarMessage {
  readonly headers: readonly HarField[];
  /** Text, or bytes in base64; `null` where nothing is known of it. */
  readonly body: string | null;
  /** Whether `body` is base64. */
  readonly isBase64?: boolean;
  /** Size of the whole body in bytes. */
  readonly size: number;
}

/** Request, and the response if there was one. */
export interface HarExchange {
  /** Instant of the request, ISO 8601. */
  readonly at: string;
  readonly milliseconds: number;
  readonly method: string;
  /** Absolute URL, as it was sent. */
  readonly url: string;
  readonly status: number | null;
  readonly request: HarMessage;
  readonly response: HarMessage | null;
  /** What went wrong, for people. */
  readonly comment?: string | undefined;
}

/**
 * Writes an exchange as an entry of an HTTP Archive 1.2, http://www.softwareishard.com/blog/har-12-spec/.
 *
 * Sizes that are not known, such as those of the headers, are -1. The archive has no word for a request body in base64, so that
 * one is marked by a field of its own, `_encoding`.
 */
export function writeEntry(exchange: HarExchange) {
  const { at, milliseconds, method, url, status, request, response, comment } = exchange;
  return {
    startedDateTime: at,
    time: milliseconds,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: listCookies(request.headers, 'cookie'),
      headers: [...request.headers],
      queryString: listQuery(url),
      ...((request.body !== null || request.size > 0) && {
        postData: {
          mimeType: typeOf(request.headers),
          text: request.body ?? '',
          ...(request.isBase64 === true && { _encoding: 'base64' }),
        },
      }),
      headersSize: -1,
      bodySize: request.size,
    },
    response: writeResponse(status, response),
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    ...(comment !== undefined && { comment }),
  };
}

/** Without a response the status is 0, as in the exports of browsers. */
function writeResponse(status: number | null, response: HarMessage | null) {
  const headers = response?.headers ?? [];
  return {
    status: status ?? 0,
    statusText: STATUS_CODES[status ?? 0] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: listCookies(headers, 'set-cookie'),
    headers: [...headers],
    content: {
      size: response?.size ?? 0,
      mimeType: typeOf(headers),
      ...(response !== null && response.body !== null && { text: response.body }),
      ...(response?.isBase64 === true && { encoding: 'base64' }),
    },
    redirectURL: findValue(headers, 'location'),
    headersSize: -1,
    bodySize: response?.size ?? -1,
  };
}

/** The URL is as it was sent, so that it need not be a valid one. */
function listQuery(url: string): HarField[] {
  const at = url.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
  return [...query].map(([name, value]) => ({ name, value }));
}

/** Cookies of a request, or those that a response sets. */
function listCookies(
  headers: readonly HarField[],
  field: 'cookie' | 'set-cookie',
): { name: string; value: string }[] {
  return headers
    .filter(({ name }) => name.toLowerCase() === field)
    .flatMap(({ value }) => (field === 'cookie' ? value.split(';') : value.split(';', 1)))
    .map((pair) => {
      const [name = '', ...rest] = pair.trim().split('=');
      return { name, value: rest.join('=') };
    });
}

function typeOf(headers: readonly HarField[]): string {
  return findValue(headers, 'content-type') || 'x-unknown';
}

function findValue(headers: readonly HarField[], wanted: string): string {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
}
