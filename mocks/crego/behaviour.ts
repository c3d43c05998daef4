import type { operations } from '../../src/generated/crego/types.ts';
import {
  defineBehaviour,
  type Reply,
  readJwt,
  type Table,
} from '../../src/mock/authoring/index.ts';
import { formatInstant, parseInstant, rewriteInstant } from './instant.ts';
import { seeds } from './seeds.ts';
import {
  type Call,
  createUlid,
  groupOf,
  SAVE_MS,
  type Share,
  TENANT,
  tables,
  USER,
} from './state.ts';
import { summarize } from './summarize.ts';

/** Time when the documented share was created. */
const EPOCH = '2025-03-26T14:20:38Z';
const PAGE_SIZE = 15;

interface ShareAddress {
  readonly document_id: string;
  readonly share_id: string;
}

/** Behaviour of Crego, from its two pages and otherwise the defaults of its framework. */
export const behaviour = defineBehaviour<operations>()({
  epoch: EPOCH,
  tables,
  seeds,
  identify: ({ credentials, now, settings, isPublic }) => {
    if (isPublic) return { caller: undefined };
    const exp = readJwt(credentials)?.claims.exp;
    const isExpired = typeof exp === 'number' && exp * 1000 <= now;
    return isExpired || (settings.strictAuth && !settings.credentials.has(credentials))
      ? { reply: tokenRefused() }
      : { caller: undefined };
  },
  handlers: {
    listShares: (call) => {
      const { document_id: document } = call.path;
      if (!isDocument(call, document)) return notFound();
      const { page = 1, page_size: size = PAGE_SIZE } = call.query;
      const all = filterByExpiry(
        call.tables.shares.list('document', groupOf(document)),
        call.query,
      );
      const pages = Math.max(1, Math.ceil(all.length / size));
      if (page > pages) return { status: 404, body: { detail: 'Invalid page.' } };
      const end = all.length - (page - 1) * size;
      return {
        status: 200,
        body: {
          count: all.length,
          total_pages: pages,
          current_page: page,
          has_previous: page > 1,
          has_next: page < pages,
          previous_page: page > 1 ? page - 1 : null,
          next_page: page < pages ? page + 1 : null,
          results: all.slice(Math.max(0, end - size), end).reverse(),
        },
      };
    },
    createShare: (call) => {
      const { document_id: document } = call.path;
      if (!isDocument(call, document)) return notFound();
      const share: Share = {
        id: createUlid(call.random),
        tenant_id: TENANT,
        created_by: USER,
        updated_by: '',
        created_at: formatInstant(call.now),
        updated_at: formatInstant(call.now + SAVE_MS),
        expires_at: rewriteInstant(call.body.expires_at),
        token: call.random.uuid(),
        document,
      };
      call.tables.shares.put(share);
      return { status: 201, body: share };
    },
    getShare: (call) => {
      const share = findShare(call.tables.shares, call.path);
      return share === undefined ? notFound() : { status: 200, body: share };
    },
    updateShare: (call) => {
      const share = findShare(call.tables.shares, call.path);
      if (share === undefined) return notFound();
      const { expires_at: expiry } = call.body;
      const updated: Share = {
        ...share,
        updated_by: USER,
        updated_at: formatInstant(call.now),
        ...(expiry !== undefined && { expires_at: rewriteInstant(expiry) }),
      };
      call.tables.shares.put(updated);
      return { status: 200, body: updated };
    },
    deleteShare: (call) => {
      const share = findShare(call.tables.shares, call.path);
      if (share === undefined) return notFound();
      call.tables.shares.delete(share.id);
      return { status: 204 };
    },
    previewShare: ({ path, tables: { shares }, now }) => {
      const [share] = shares.list('token', path.token);
      if (share === undefined || parseInstant(share.expires_at) <= now) return notFound();
      const { document, expires_at } = share;
      return { status: 200, body: { document, expires_at } };
    },
  },
  summarize,
  // The framework redirects GET requests without a trailing slash.
  pages: [
    '/documents/{document_id}/shares',
    '/documents/{document_id}/shares/{share_id}',
    '/shares/{token}/preview',
  ].map((path) => ({ method: 'GET', path, handle: redirectToSlash })),
});

function redirectToSlash({ link, request: { path, query } }: Call): Reply {
  const search = query.size === 0 ? '' : `?${query}`;
  return { status: 301, headers: { location: `${link(path)}/${search}` } };
}

/** Whether a document exists; an unknown one does, unless the world is closed. */
function isDocument({ tables: { documents }, settings }: Call, id: string): boolean {
  return !settings.closedWorld || documents.get(id) !== undefined;
}

function findShare(
  shares: Table<Share>,
  { document_id, share_id }: ShareAddress,
): Share | undefined {
  const share = shares.get(share_id);
  return share !== undefined && groupOf(share.document) === groupOf(document_id)
    ? share
    : undefined;
}

function filterByExpiry(
  shares: readonly Share[],
  query: NonNullable<operations['listShares']['parameters']['query']>,
): readonly Share[] {
  const [from, to, exactly] = [query.expires_at_gte, query.expires_at_lte, query.expires_at].map(
    (text) => (text === undefined ? undefined : rewriteInstant(text)),
  );
  if (from === undefined && to === undefined && exactly === undefined) return shares;
  return shares.filter(
    ({ expires_at: expiry }) =>
      (from === undefined || expiry >= from) &&
      (to === undefined || expiry <= to) &&
      (exactly === undefined || expiry === exactly),
  );
}

function notFound() {
  return { status: 404, body: { detail: 'Not found.' } } as const;
}

function tokenRefused() {
  return {
    status: 401,
    mediaType: 'application/json',
    headers: { 'www-authenticate': 'Bearer realm="api"' },
    body: { detail: 'Given token not valid for any token type', code: 'token_not_valid' },
  };
}
