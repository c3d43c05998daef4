import packageFile from '#package.json' with { type: 'json' };
import { describeEntry } from './describe-entry.ts';
import type { NumberedEntry } from './journal-entry.ts';

// Not imported, for the reason given in ../http/listen.ts.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

type Described = ReturnType<typeof describeEntry>;
type Headers = Described['request']['headers'];

/**
 * Exports entries as an HTTP Archive 1.2, http://www.softwareishard.com/blog/har-12-spec/.
 *
 * Secrets are masked. Sizes that the mock does not know, such as those of the headers, are -1.
 */
export function exportHar(entries: readonly NumberedEntry[]) {
  const { name, version } = packageFile;
  return {
    log: {
      version: '1.2' as const,
      creator: { name, version },
      entries: entries.map((entry) => writeEntry(describeEntry(entry))),
    },
  };
}

function writeEntry({ at, milliseconds, method, url, status, request, response }: Described) {
  return {
    startedDateTime: at,
    time: milliseconds,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: listCookies(request.headers, 'cookie'),
      headers: request.headers,
      queryString: listQuery(url),
      ...((request.body !== null || request.size > 0) && {
        postData: { mimeType: typeOf(request.headers), text: request.body ?? '' },
      }),
      headersSize: -1,
      bodySize: request.size,
    },
    response: writeResponse(status, response),
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
  };
}

/** Without a response the status is 0, as in the exports of browsers. */
function writeResponse(status: number | null, response: Described['response']) {
  const headers = response?.headers ?? [];
  return {
    status: status ?? 0,
    statusText: STATUS_CODES[status ?? 0] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: listCookies(headers, 'set-cookie'),
    headers,
    content: {
      size: response?.size ?? 0,
      mimeType: typeOf(headers),
      ...(response !== null && response.body !== null && { text: response.body }),
    },
    redirectURL: findValue(headers, 'location'),
    headersSize: -1,
    bodySize: response?.size ?? -1,
  };
}

/** The URL is as it was sent, so that it need not be a valid one. */
function listQuery(url: string): Headers {
  const at = url.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
  return [...query].map(([name, value]) => ({ name, value }));
}

/** Cookies of a request, or those that a response sets. */
function listCookies(headers: Headers, field: 'cookie' | 'set-cookie'): Headers {
  return headers
    .filter(({ name }) => name.toLowerCase() === field)
    .flatMap(({ value }) => (field === 'cookie' ? value.split(';') : value.split(';', 1)))
    .map((pair) => {
      const [name = '', ...rest] = pair.trim().split('=');
      return { name, value: rest.join('=') };
    });
}

function typeOf(headers: Headers): string {
  return findValue(headers, 'content-type') || 'x-unknown';
}

function findValue(headers: Headers, wanted: string): string {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
}
