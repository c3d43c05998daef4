import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

type Share = Readonly<Record<string, string>>;
type Reply = readonly [status: number, body?: object];

/** Token that the right server accepts. */
export const CREGO_TOKEN = 'token-of-crego';

const PATH = /^\/documents\/([0-9A-HJKMNP-TV-Z]{26})\/shares\/$/;
const TIME = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const FILTERS = ['expires_at', 'expires_at_gte', 'expires_at_lte'];

/**
 * Starts a server of Crego's list and create, as somebody writes it in an hour, on a free port. Unless it is right it shows
 * `count` as a text, answers 200 to a create, does not check its body, and asks for no token.
 */
export async function startCrego({ isRight = false } = {}) {
  const all: Share[] = [];
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request, all, isRight);
    response.writeHead(status, body && { 'Content-Type': 'application/json' });
    response.end(body && JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { url: `http://127.0.0.1:${port}`, close, [Symbol.asyncDispose]: close };
}

async function answer(request: IncomingMessage, all: Share[], isRight: boolean): Promise<Reply> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://crego');
  const document = PATH.exec(pathname)?.[1];
  if (document === undefined) return [404, { detail: 'Not found.' }];
  if (request.method !== 'GET' && request.method !== 'POST') return [405];
  if (isRight && request.headers.authorization !== `Bearer ${CREGO_TOKEN}`) {
    return [401, { detail: 'Given token not valid for any token type', code: 'token_not_valid' }];
  }
  if (request.method === 'GET') return list(all.filter(isOf(document)), searchParams, isRight);
  const sent = await json(request).catch(() => undefined);
  const time = typeof sent === 'object' && sent !== null && 'expires_at' in sent && sent.expires_at;
  if (isRight && !isTime(time)) return [400, { expires_at: ['Datetime has wrong format.'] }];
  const share = create(document, isTime(time) ? time : '2030-01-01T00:00:00Z');
  all.unshift(share);
  return [isRight ? 201 : 200, share];
}

function list(shares: readonly Share[], query: URLSearchParams, isRight: boolean): Reply {
  const [page, size] = [query.get('page') ?? '1', query.get('page_size') ?? '15'];
  const times = FILTERS.map((name) => query.get(name)).filter((time) => time !== null);
  const isPlain = [...new Set(query.keys())].length === [...query.keys()].length;
  if (![page, size].every((text) => /^0*[1-9]\d*$/.test(text)) || !times.every(isTime) || !isPlain)
    return [400, { detail: 'A parameter is wrong.' }];
  const [at, gte, lte] = FILTERS.map((name) => Date.parse(query.get(name) ?? ''));
  const kept = shares
    .map((share) => ({ share, time: Date.parse(share.expires_at ?? '') }))
    .filter(({ time }) => !(time < Number(gte) || time > Number(lte)))
    .filter(({ time }) => Number.isNaN(at) || time === at);
  const total_pages = Math.max(1, Math.ceil(kept.length / Number(size)));
  const current_page = Number(page);
  if (current_page > total_pages) return [404, { detail: 'Invalid page.' }];
  const has_previous = current_page > 1;
  const has_next = current_page < total_pages;
  const previous_page = has_previous ? current_page - 1 : null;
  const next_page = has_next ? current_page + 1 : null;
  const start = (current_page - 1) * Number(size);
  const results = kept.slice(start, start + Number(size)).map(({ share }) => share);
  const count = isRight ? kept.length : `${kept.length}`;
  const pages = { total_pages, current_page, has_previous, has_next, previous_page, next_page };
  return [200, { count, ...pages, results }];
}

function create(document: string, expires_at: string): Share {
  const now = new Date().toISOString();
  const [tenant_id, created_by, token] = [randomUUID(), randomUUID(), randomUUID()];
  const id = [...randomBytes(26)]
    .map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32])
    .join('');
  const by = { tenant_id, created_by, updated_by: '', created_at: now, updated_at: now };
  return { id, ...by, expires_at, token, document };
}

function isOf(document: string) {
  return (share: Share) => share.document === document;
}

/** Whether a value is a time of RFC 3339 on a day that there is. */
function isTime(value: unknown): value is string {
  const day = typeof value === 'string' ? TIME.exec(value)?.[1] : undefined;
  return day !== undefined && !Number.isNaN(Date.parse(`${value}`)) && isDay(day);
}

function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
