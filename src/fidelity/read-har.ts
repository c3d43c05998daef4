import { basename } from 'node:path';
import { z } from 'zod';
import { FidelityError } from './fidelity-error.ts';
import { pickKeptHeaders } from './kept-headers.ts';
import type { Header, History, RecordedExchange } from './recording.ts';

const Headers = z.array(z.object({ name: z.string(), value: z.string() }));

/** Archive of HTTP exchanges, http://www.softwareishard.com/blog/har-12-spec/. */
const Har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        startedDateTime: z.string().optional(),
        request: z.object({
          method: z.string(),
          url: z.url(),
          headers: Headers.default([]),
          postData: z.object({ text: z.string().optional() }).optional(),
        }),
        response: z.object({
          status: z.number().int(),
          headers: Headers.default([]),
          content: z
            .object({
              text: z.string().optional(),
              encoding: z.string().optional(),
              mimeType: z.string().optional(),
            })
            .optional(),
        }),
      }),
    ),
  }),
});

type Entry = z.infer<typeof Har>['log']['entries'][number];

/** Headers of a connection, which each client sets for itself, and pseudo-headers of HTTP/2. */
const NOT_SENT =
  /^(?::.*|host|connection|content-length|accept-encoding|keep-alive|transfer-encoding|upgrade)$/i;

/** Reads a HAR file as a history. Throws FidelityError where it is none. */
export function readHar(file: string, text: string): History {
  const name = basename(file).replace(/\.\w+$/, '');
  const parsed = Har.safeParse(parseJson(text, file));
  if (!parsed.success)
    throw new FidelityError(`${file}: expected a HAR file. ${z.prettifyError(parsed.error)}`);
  return {
    name,
    names: new Map(),
    steps: parsed.data.log.entries.map((entry, index) => toExchange(name, entry, index)),
  };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FidelityError(`${file}: expected JSON. ${String(error)}`);
  }
}

function toExchange(
  history: string,
  { request, response, startedDateTime }: Entry,
  index: number,
): RecordedExchange {
  const { pathname, search } = new URL(request.url);
  const target = pathname + search;
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

function readContent(content: Entry['response']['content']): unknown {
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
