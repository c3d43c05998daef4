import { basename } from 'node:path';
import { type ArchiveEntry, readArchive } from '../har/read-archive.ts';
import { FidelityError } from './fidelity-error.ts';
import { pickKeptHeaders } from './kept-headers.ts';
import type { Header, History, RecordedExchange } from './recording.ts';

/** Headers of a connection, which each client sets for itself, and pseudo-headers of HTTP/2. */
const NOT_SENT =
  /^(?::.*|host|connection|content-length|accept-encoding|keep-alive|transfer-encoding|upgrade)$/i;

/** Reads a HAR file as a history. Throws HarError where it is none, FidelityError for a request to no URL. */
export function readHar(file: string, text: string): History {
  const name = basename(file).replace(/\.\w+$/, '');
  const { entries } = readArchive(file, text);
  return {
    name,
    names: new Map(),
    steps: entries.map((entry, index) => toExchange(name, entry, index)),
  };
}

function toExchange(
  history: string,
  { request, response, startedDateTime }: ArchiveEntry,
  index: number,
): RecordedExchange {
  const url = URL.parse(request.url);
  if (url === null) {
    throw new FidelityError(`${history}:${index}: expected a URL, found "${request.url}".`);
  }
  const target = url.pathname + url.search;
  const sent: Header[] = request.headers.map(({ name, value }) => [name, value]);
  const isJson = sent.some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /\bjson\b/.test(value),
  );
  const body = request.postData?.text;
  return {
    kind: 'exchange',
    place: { history, n: index, name: `${request.method} ${target}` },
    operationId: undefined,
    as: undefined,
    method: request.method,
    target,
    headers: sent.filter(([name]) => !NOT_SENT.test(name)),
    body:
      body === undefined || body === '' ? undefined : isJson ? parseLeniently(body) : toBytes(body),
    save: {},
    at: startedDateTime,
    answer: {
      status: response.status,
      headers: pickKeptHeaders(response.headers.map(({ name, value }) => [name, value])),
      body: readContent(response.content),
    },
  };
}

function readContent(content: ArchiveEntry['response']['content']): unknown {
  const { text = '', encoding, mimeType = '' } = content ?? {};
  const plain = encoding === 'base64' ? Buffer.from(text, 'base64').toString() : text;
  return /\bjson\b/.test(mimeType) ? parseLeniently(plain) : plain;
}

function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Text of which each character is one byte. */
function toBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
