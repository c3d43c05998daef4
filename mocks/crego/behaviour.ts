import type { components, operations } from '../../src/generated/crego/types.ts';
import {
  defineBehaviour,
  defineTable,
  type Random,
  type Reply,
  type Table,
  type Visit,
} from '../../src/mock/create-mock.ts';
import { readJwt } from '../../src/mock/jwt.ts';
import { formatInstant, parseInstant } from './instant.ts';

type Share = components['schemas']['Share'];

/** User and tenant of the documented examples. */
const USER = '6da08401-b1f7-46ec-9013-2a9d7bc6185c';
const TENANT = '23067dbc-6c62-4203-9014-7100e4ffe811';
/** The sample calls name one document, their answers another: one document with two ids. */
const SAMPLE_DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';
const DOCUMENT = '01JQ8MZ0P94HR6HSH1DGY5VNH9';

/** Moment at which the documented share was created. */
const EPOCH = '2025-03-26T14:20:38Z';
const ULID_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PAGE_SIZE = 15;
/** Time from creating a row to its first update, as in the examples. */
const SAVE_MS = 0.028;

const tables = {
  documents: defineTable<{ readonly id: string }>()({
    key: ({ id }) => id,
    schema: {
      type: 'object',
      required: ['id'],
      properties: { id: { $ref: '#/components/schemas/Ulid' } },
      additionalProperties: false,
    },
  }),
  shares: defineTable<Share>()({
    key: ({ id }) => id,
    schema: { $ref: '#/components/schemas/Share' },
    indexes: {
      document: {
        group: ({ document }) => groupOf(document),
        order: (one, other) => compare(one.created_at, other.created_at),
      },
      token: { group: ({ token }) => token },
    },
  }),
};

type Call = Visit<typeof tables>;
interface ShareAddress {
  readonly document_id: string;
  readonly share_id: string;
}

/** How Crego behaves, from its two pages and, where they are silent, from its framework's defaults. */
export const behaviour = defineBehaviour<operations>()({
  epoch: EPOCH,
  tables,
  seeds: {
    default: ({ tables: { documents, shares }, at, example }) => {
      for (const id of [DOCUMENT, SAMPLE_DOCUMENT]) documents.put({ id });
      const { results } = example('listShares', 'documented');
      for (const share of results.toReversed()) shares.put(moveTimes(share, at));
    },
  },
  identify: ({ request, now, settings }) => {
    const token = (request.headers.get('authorization') ?? '').replace(/^Bearer\s+/i, '');
    const { exp } = readJwt(token)?.claims ?? {};
    const isExpired = typeof exp === 'number' && exp * 1000 <= now;
    return isExpired || (settings.strictAuth && !settings.credentials.has(token))
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
        expires_at: formatInstant(parseInstant(call.body.expires_at)),
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
        ...(expiry !== undefined && { expires_at: formatInstant(parseInstant(expiry)) }),
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
  // A path without its trailing slash is redirected, as the framework does for what is only read.
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

/** Both ids of the sample document are one group of shares. */
function groupOf(document: string): string {
  return document === SAMPLE_DOCUMENT ? DOCUMENT : document;
}

/** A document that nobody created exists, unless the world is closed. */
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
    (text) => (text === undefined ? undefined : formatInstant(parseInstant(text))),
  );
  if (from === undefined && to === undefined && exactly === undefined) return shares;
  return shares.filter(
    ({ expires_at: expiry }) =>
      (from === undefined || expiry >= from) &&
      (to === undefined || expiry <= to) &&
      (exactly === undefined || expiry === exactly),
  );
}

function moveTimes(share: Share, at: (instant: string) => number): Share {
  const move = (text: string) => {
    const instant = parseInstant(text);
    return formatInstant(at(new Date(Math.floor(instant)).toISOString()) + (instant % 1));
  };
  return {
    ...share,
    created_at: move(share.created_at),
    updated_at: move(share.updated_at),
    expires_at: move(share.expires_at),
  };
}

/** An id that looks like a ULID of the seed's time, so that the same calls give the same ids. */
function createUlid(random: Random): string {
  return `01JQ8TAZ1Y${random.text(ULID_ALPHABET, 16)}`;
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
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
