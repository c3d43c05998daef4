import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import type { Middleware } from '../../src/client/index.ts';
import { CloudreveError, createCloudreveClient, signIn } from '../../src/clients/cloudreve.ts';
import { CraftkitError, createCraftkitClient } from '../../src/clients/craftkit.ts';
import { createCregoClient } from '../../src/clients/crego.ts';
import {
  createZohoWriterClient,
  type ShareDetails,
  ZohoWriterError,
} from '../../src/clients/zoho-writer.ts';
import type { ErrorCode, Share, ShareList } from '../../src/generated/cloudreve/types.ts';
import type { SharePage } from '../../src/generated/crego/types.ts';
import { createMock } from '../../src/mock/create-mock.ts';

const OWN = await loadProject();
const DOCUMENT = { document_id: '01JVVJNAVTB19FN3F7W1NHBPT6' };
const ZOHO = { apikey: 'secret-key', ticket: 'secret-ticket' };

function open(base: string) {
  const mock = createMock({ apis: OWN });
  return { baseUrl: `http://mock.test/${base}`, fetch: mock.fetch, sandboxes: mock.sandboxes };
}

/** Returns what a call throws. */
async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('expected an error, found none');
}

describe('the crego client', () => {
  test('has methods that send the token', async () => {
    const crego = createCregoClient({ ...open('crego'), token: 'x' });
    const page = await crego.listShares({ path: DOCUMENT, query: { page: 1 } });
    expectTypeOf(page).toEqualTypeOf<SharePage>();
    expect(page.count).toBe(2);
    const stranger = createCregoClient(open('crego'));
    const result = await stranger.listShares.safe({ path: DOCUMENT });
    if (result.status !== 401) throw new Error(`expected 401, found ${result.status}`);
    expectTypeOf(result.error.body.detail).toEqualTypeOf<string>();
    expect(result.error.message).toBe(
      `listShares (GET /documents/{document_id}/shares/): answered 401: ${result.error.body.detail}`,
    );
  });

  test('takes middleware, which does not see the token', async () => {
    const seen: unknown[] = [];
    const note: Middleware = (request, next) => {
      seen.push(request.headers.get('authorization'));
      return next(request);
    };
    const crego = createCregoClient({ ...open('crego'), token: 'x', middleware: [note] });
    await crego.listShares({ path: DOCUMENT });
    expect(seen).toEqual([null]);
  });

  test('reads the items of all pages', async () => {
    const crego = createCregoClient({ ...open('crego'), token: 'x' });
    const tokens: string[] = [];
    for await (const share of crego.listShares.items({ path: DOCUMENT, query: { page_size: 1 } })) {
      tokens.push(share.token);
    }
    const { results } = await crego.listShares({ path: DOCUMENT });
    expect(tokens).toEqual(results.map(({ token }) => token));
  });
});

describe('the cloudreve client', () => {
  test('returns the data of a success, and throws any other code', async () => {
    const cloudreve = createCloudreveClient({ ...open('cloudreve/api/v4'), token: 'x' });
    const list = await cloudreve.listMyShares({ query: { page_size: 10 } });
    expectTypeOf(list).toEqualTypeOf<ShareList>();
    expect(list.shares?.length).toBeGreaterThan(0);
    const headers = { 'X-Cr-Correlation-Id': 'b4351ecc-ee1a-4455-bc94-2c3dbcc58538' };
    const error = await thrownBy(cloudreve.getShareInfo({ path: { id: 'none' }, headers }));
    if (!(error instanceof CloudreveError)) throw error;
    expectTypeOf(error.code).toEqualTypeOf<ErrorCode | 203>();
    expect(error).toMatchObject({
      name: 'CloudreveError',
      message: `getShareInfo (GET /share/info/{id}): answered 200: ${error.msg} (code 40001)`,
      status: 200,
      code: 40001,
      correlationId: headers['X-Cr-Correlation-Id'],
    });
    expect(cloudreve.getShareInfo.isFailure(error)).toBe(true);
    expect(cloudreve.listMyShares.isFailure(error)).toBe(false);
  });

  test('reads the items of all pages', async () => {
    const cloudreve = createCloudreveClient({ ...open('cloudreve/api/v4'), token: 'x' });
    const headers = { 'X-Mock-Scenario': 'many' };
    const ids = new Set<Share['id']>();
    const items = cloudreve.listMyShares.items({ query: { page_size: 10 }, headers });
    for await (const { id } of items) ids.add(id);
    expect(ids.size).toBeGreaterThan(20);
  });

  test('signs in, renews a token that has expired, and signs out', async () => {
    const { sandboxes, ...server } = open('cloudreve/api/v4');
    const session = await signIn(server, {
      email: 'luke@skywalker.com',
      password: 'P@ssw0rd',
    });
    const cloudreve = createCloudreveClient({ ...server, middleware: [session.middleware] });
    const list = () => cloudreve.listMyShares({ query: { page_size: 10 } });
    expect(session.user.email).toBe('luke@skywalker.com');
    expect((await list()).shares?.length).toBeGreaterThan(0);
    sandboxes.open('default').clock.advance(24 * 3_600_000);
    const [first, second] = await Promise.all([list(), list()]);
    expect(first).toEqual(second);
    await session.signOut();
    expect(inspect(session, { depth: 9 })).not.toContain('eyJ');
  });

  test('does not sign in with a wrong password', async () => {
    const call = signIn(open('cloudreve/api/v4'), { email: 'luke@skywalker.com', password: 'no' });
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(CloudreveError);
    expect(inspect(error, { depth: 9 })).not.toContain("'no'");
  });
});

describe('the craftkit client', () => {
  test('has a method for each operation', async () => {
    const craftkit = createCraftkitClient({ ...open('craftkit'), token: 'ck_live_x' });
    const render = await craftkit.getRender({
      path: { id: '018f3c5e-7c1a-7b2e-9c3d-1a2b3c4d5e6f' },
    });
    expect(render.status).toBe('succeeded');
  });

  test('throws the code and the issues of a failure', async () => {
    const craftkit = createCraftkitClient({ ...open('craftkit'), token: 'ck_live_x' });
    const call = craftkit.createShare({
      path: { id: '0193c2c3-1111-7aaa-8bbb-000000000001' },
      body: { expiresAt: 'tomorrow' },
    });
    const error = await thrownBy(call);
    if (!(error instanceof CraftkitError)) throw error;
    expect(error).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(Object.keys(error.issues?.fieldErrors ?? {})).toEqual(['expiresAt']);
  });
});

describe.each(['json', 'xml'] as const)('the zoho-writer client in %s', (format) => {
  const path = { documentID: '8892000000064025' };
  const client = () => createZohoWriterClient({ ...open('zoho-writer'), ...ZOHO, format });

  test('gives the same result', async () => {
    const details = await client().getShareDetails({ path });
    expectTypeOf(details).toEqualTypeOf<ShareDetails>();
    expect(details).toEqual({
      documentId: expect.any(String),
      documentName: 'Search',
      sharedto: ['jaganath', 'mark'],
      writepermission: true,
    });
  });

  test('lists documents', async () => {
    const names: string[] = [];
    for await (const { documentName } of client().listIncomingDocuments.items()) {
      names.push(documentName);
    }
    expect(names.slice(0, 2)).toEqual(['Welcome', 'Resume']);
    expect(new Set(names).size).toBe(names.length);
  });

  test('throws the code of a failure, which has no credentials', async () => {
    const zoho = client();
    const error = await thrownBy(zoho.listPublicDocuments({ query: { 'start-from': 99 } }));
    expect(zoho.listPublicDocuments.isFailure(error)).toBe(true);
    if (!(error instanceof ZohoWriterError)) throw error;
    expect(error.code).toBe('1416');
    expect(inspect(error, { depth: 9 })).not.toContain('secret');
  });
});

test('the zoho-writer client sends the credentials in the query and the body as a form', async () => {
  const sent: string[] = [];
  const fetch = async (request: Request) => {
    const { url, headers } = request;
    sent.push(url, headers.get('content-type') ?? '', await request.text());
    return Response.json({});
  };
  const zoho = createZohoWriterClient({ baseUrl: 'http://mock.test', fetch, ...ZOHO });
  const path = { documentID: '8892000000064025' };
  await zoho.cancelSharing({ path, body: { emailid: 'a b@c.test' } });
  expect(sent).toEqual([
    'http://mock.test/api/private/json/cancelsharing/8892000000064025?apikey=secret-key&ticket=secret-ticket',
    'application/x-www-form-urlencoded',
    'emailid=a%20b%40c.test',
  ]);
});
