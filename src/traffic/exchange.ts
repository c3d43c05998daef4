import type { ArchiveEntry } from '../har/read-archive.ts';

/** Name and value of a header field, as sent. */
export type Field = readonly [name: string, value: string];

/** Request or response. */
export interface Message {
  readonly headers: readonly Field[];
  /** Bytes without their content coding; `undefined` for no body. */
  readonly body: Buffer | undefined;
  /** Whether nothing is known of a body that was sent. */
  readonly isUnknown: boolean;
}

/** Request that was sent to a server, and its answer. */
export interface Exchange {
  readonly method: string;
  /** Scheme and host. */
  readonly origin: string;
  readonly path: string;
  /** Without its `?`. */
  readonly query: string;
  readonly request: Message;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly response: Message;
}

/** Pseudo-headers of HTTP/2, which browsers list, https://www.rfc-editor.org/rfc/rfc9113#section-8.3. */
const PSEUDO = /^:/;
/** What a reader of an archive has undone already. */
const UNDONE = /^(?:content-encoding|transfer-encoding|content-length)$/i;

/** Reads an entry of an archive; `undefined` where its URL is none of HTTP. */
export function readExchange({ request, response }: ArchiveEntry): Exchange | undefined {
  const url = URL.parse(request.url);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const data = request.postData;
  const sent = data?.text && toBytes(data.text, data.encoding ?? data._encoding);
  const { content } = response;
  const received = content?.text && toBytes(content.text, content.encoding);
  const size = Math.max(content?.size ?? 0, response.bodySize ?? 0);
  const headers = readFields(request.headers);
  return {
    method: request.method,
    origin: url.origin,
    path: url.pathname,
    query: url.search.slice(1),
    request: {
      headers: withType(headers, sent && data?.mimeType),
      body: sent || undefined,
      // Browsers leave out the text of forms with files, and list their fields at most.
      isUnknown: !sent && (data !== undefined || (request.bodySize ?? 0) > 0),
    },
    status: response.status,
    response: {
      headers: withType(readFields(response.headers), received && content?.mimeType),
      body: received || undefined,
      isUnknown: !received && size > 0,
    },
  };
}

function readFields(fields: ArchiveEntry['request']['headers']): Field[] {
  return fields
    .filter(({ name }) => !PSEUDO.test(name) && !UNDONE.test(name))
    .map(({ name, value }): Field => [name, value]);
}

/** Adds the media type of a body whose headers do not have it. */
function withType(headers: readonly Field[], type: string | undefined): readonly Field[] {
  const isGiven = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return isGiven || !type || type === 'x-unknown' ? headers : [...headers, ['content-type', type]];
}

function toBytes(text: string, encoding: string | undefined): Buffer {
  return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');
}
