import type { Refusal, RefusalKind } from './refusal.ts';

/** Most bytes of a request body that are kept where no limit is given: 10 MB. */
export const DEFAULT_BODY_LIMIT = 10 * 1024 * 1024;

/** How much of a body, and for how many milliseconds, is read to no use before it is refused. */
const MAX_DISCARDED = { bytes: 64 * 1024 * 1024, time: 500 };

/** Reads a request's body as text; one of more than `limit` bytes is refused, and no more than those are kept. */
export async function readText(request: Request, limit: number): Promise<string | Refusal> {
  try {
    return await readWithin(request, limit);
  } catch (error) {
    // The sender went away, or the body was read before.
    const found = error instanceof Error ? error.message : String(error);
    return refuse('malformed-body', 'readable', 'a whole body', found);
  }
}

async function readWithin(request: Request, limit: number): Promise<string | Refusal> {
  const announced = request.headers.get('content-length');
  const size = Number(announced ?? Number.NaN);
  // HTTP takes no more than was announced, and an adapter may read all at once faster than by chunks.
  if (size <= limit) return request.text();
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const chunks = size > limit ? undefined : await readChunks(reader, limit);
  if (chunks !== undefined) return new TextDecoder().decode(Buffer.concat(chunks));
  await discardRest(reader);
  return tooLarge(limit, announced ?? `more than ${limit}`);
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** All chunks of a body, or `undefined` as soon as they are more than `limit` bytes. */
async function readChunks(reader: Reader, limit: number): Promise<Uint8Array[] | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) return undefined;
    chunks.push(part.value);
  }
  return chunks;
}

/**
 * Lets the rest of a body pass, as far as it comes soon.
 *
 * Most clients send all before they read the answer, and an end of the connection meanwhile would hide it from them.
 */
async function discardRest(reader: Reader): Promise<void> {
  const cancel = () => reader.cancel().catch(() => {});
  const timer = setTimeout(cancel, MAX_DISCARDED.time);
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > MAX_DISCARDED.bytes) await cancel();
    }
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(limit: number, size: string): Refusal {
  return refuse('body-too-large', 'bodyLimit', `at most ${limit} bytes`, `${size} bytes`);
}

function refuse(kind: RefusalKind, keyword: string, expected: string, found: string): Refusal {
  return { kind, violations: [{ in: 'body', pointer: '', keyword, expected, found }] };
}
