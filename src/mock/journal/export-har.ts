import packageFile from '../../../package.json' with { type: 'json' };
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
      cookies: [],
      headers: request.headers,
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      ...(request.body !== null && {
        postData: { mimeType: typeOf(request.headers), text: request.body },
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
    cookies: [],
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

function typeOf(headers: Headers): string {
  return findValue(headers, 'content-type') || 'x-unknown';
}

function findValue(headers: Headers, wanted: string): string {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
}
