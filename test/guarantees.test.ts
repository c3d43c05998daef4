import { describe, expect, onTestFinished, test } from 'vitest';
import { loadProject } from '../src/apis/load-project.ts';
import { createCregoClient } from '../src/clients/crego.ts';
import { findDefects } from '../src/contract/defects/find-defects.ts';
import { loadContract } from '../src/contract/load/load-contract.ts';
import { watchContract } from '../src/contract/load/watch/watch-contract.ts';
import type { Contract } from '../src/contract/model/contract.ts';
import { createSite } from '../src/docs/create-site.ts';
import { createMock, type MockApi } from '../src/mock/create-mock.ts';
import { findOutsideResources } from './docs/find-outside-resources.ts';
import { collect } from './support/collect.ts';
import { OWN_APIS } from './support/own-project.ts';
import { makeFolder } from './support/temporary-folder.ts';
import { contractOf } from './support/test-contract.ts';
import { mockOf } from './support/test-mock.ts';

const OWN = await loadProject();
const SIGNED_IN = { authorization: 'Bearer x' };
const SHARES = '/crego/documents/01JVVJNAVTB19FN3F7W1NHBPT6/shares/';

/** Asks a mock of the own APIs, signed in. */
function askOwn(apis: readonly MockApi[] = OWN) {
  const mock = createMock({ apis });
  return (path: string, { headers, ...init }: RequestInit = {}) =>
    mock.fetch(
      new Request(`http://mock.test${path}`, { ...init, headers: { ...SIGNED_IN, ...headers } }),
    );
}

/** Paths with one operation, whose body of a request or of an answer has the schema. */
function pathsOf(schema: object, request = false, type = 'application/json', example?: unknown) {
  const content = { [type]: { schema, ...(example !== undefined && { example }) } };
  const done = { responses: { 204: { description: 'Done.' } } };
  return request
    ? { '/things': { post: { requestBody: { required: true, content }, ...done } } }
    : { '/things': { get: { responses: { 200: { description: 'Thing.', content } } } } };
}

function post(body: string, type = 'application/json'): RequestInit {
  return { method: 'POST', headers: { 'content-type': type }, body };
}

function violationsOf(answer: Response): unknown {
  return JSON.parse(answer.headers.get('x-mock-violations') ?? '[]');
}

describe('validation', () => {
  test('never passes in silence where a schema does not compile (Prism #2574, #2575)', async () => {
    const paths = pathsOf({ type: 'object', properties: { a: { minimum: 'three' } } }, true);
    const problems = findDefects(contractOf({ paths })).map(({ problem }) => problem);
    expect(problems).toEqual(['expected a number as "minimum", found string "three"']);
    const errors: unknown[] = [];
    const logError = (error: unknown) => errors.push(error);
    const answer = await mockOf({ paths }, {}, { logError })('/things', post('{"a":1}'));
    expect([answer.status, errors.length]).toEqual([500, 1]);
  });

  test('knows the keywords of 2020-12 without a word on the dialect (Prism #2797)', async () => {
    const schema = {
      type: 'object',
      properties: { pair: { prefixItems: [{ type: 'string' }, { const: 1 }], items: false } },
      dependentRequired: { a: ['b'] },
      unevaluatedProperties: false,
    };
    const ask = mockOf({ paths: pathsOf(schema, true) });
    const statusOf = async (body: object) =>
      (await ask('/things', post(JSON.stringify(body)))).status;
    expect(await statusOf({ pair: ['a', 1] })).toBe(204);
    expect(await statusOf({ pair: ['a', 2] })).toBe(422);
    expect(await statusOf({ pair: ['a', 1, 1] })).toBe(422);
    expect(await statusOf({ other: 1 })).toBe(422);
  });

  test('refuses readOnly members in requests and writeOnly ones in answers (Prism #1941)', async () => {
    const schema = {
      type: 'object',
      properties: { id: { readOnly: true }, secret: { type: 'string', writeOnly: true } },
    };
    const request = await mockOf({ paths: pathsOf(schema, true) })('/things', post('{"id":1}'));
    expect(request.status).toBe(422);
    expect(violationsOf(request)).toMatchObject([{ in: 'body', pointer: '/id' }]);
    const paths = pathsOf(schema, false, 'application/json', { secret: 'x' });
    const answer = await mockOf({ paths })('/things');
    expect(answer.status).toBe(500);
    expect(violationsOf(answer)).toMatchObject([{ in: 'body', pointer: '/secret' }]);
  });

  test('finds an invalid example before it is served, and never serves it with 200 (Prism PR #2383)', async () => {
    const schema = { type: 'object', properties: { count: { type: 'integer' } } };
    const paths = pathsOf(schema, false, 'application/json', { count: '2' });
    expect(findDefects(contractOf({ paths }))).toMatchObject([{ kind: 'example' }]);
    expect((await mockOf({ paths })('/things')).status).toBe(500);
  });

  test('takes bytes as bytes, up to a limit that can be set (Prism #1773, #2376)', async () => {
    const schema = { type: 'string', minLength: 4, maxLength: 4 };
    const paths = pathsOf(schema, true, 'application/octet-stream');
    const ask = mockOf({ paths }, {}, { bodyLimit: 6 });
    const send = (bytes: readonly number[]) => {
      const headers = { 'content-type': 'application/octet-stream' };
      return ask('/things', { method: 'POST', headers, body: new Uint8Array(bytes) });
    };
    // As UTF-8 these would be another number of characters.
    expect((await send([0xff, 0x00, 0xc3, 0xa9])).status).toBe(204);
    expect((await send([0xff, 0x00, 0xc3])).status).toBe(422);
    expect((await send(Array.from({ length: 7 }, () => 0xff))).status).toBe(413);
  });
});

describe('XML', () => {
  test('is read and written by names, attributes and wrappers of the contract (Prism #2050)', async () => {
    const schema = {
      type: 'object',
      xml: { name: 'share' },
      required: ['id'],
      properties: {
        id: { type: 'integer', xml: { attribute: true } },
        users: {
          type: 'array',
          xml: { name: 'users', wrapped: true },
          items: { type: 'string', xml: { name: 'user' } },
        },
      },
    };
    const xml = '<share id="7"><users><user>a</user><user>b</user></users></share>';
    const paths = pathsOf(schema, false, 'application/xml', { id: 7, users: ['a', 'b'] });
    const answer = await mockOf({ paths })('/things');
    expect(await answer.text()).toContain(xml);
    const ask = mockOf({ paths: pathsOf(schema, true, 'application/xml') });
    expect((await ask('/things', post(xml, 'application/xml'))).status).toBe(204);
    const broken = await ask('/things', post('<share id="x"/>', 'application/xml'));
    expect([broken.status, violationsOf(broken)]).toMatchObject([422, [{ pointer: '/id' }]]);
  });
});

describe('an answer', () => {
  test('has the error format of the provider, for malformed JSON too (Prism #2664, #807)', async () => {
    const ask = askOwn();
    const malformed = await ask(SHARES, post('{"expires_at":'));
    expect(await malformed.json()).toEqual({ detail: expect.any(String) });
    const enveloped = await ask('/cloudreve/api/v4/share', { ...post('{"uri":'), method: 'PUT' });
    expect(enveloped.status).toBe(200);
    expect(await enveloped.json()).toMatchObject({ code: 40001, msg: expect.any(String) });
  });

  test('lists the known examples where an unknown one is asked for (Prism #2381)', async () => {
    const answer = await askOwn()(SHARES, { headers: { prefer: 'example=none-of-them' } });
    const crego = OWN.find(({ name }) => name === 'crego')?.contract;
    const operation = crego?.operations.find(({ path }) => path.endsWith('/shares/'));
    const contents = operation?.responses.flatMap(({ content }) => content) ?? [];
    const known = contents.flatMap(({ examples }) => examples.map(({ key }) => key));
    expect(known).toContain('empty');
    const text = await answer.text();
    expect(known.filter((key) => !text.includes(key))).toEqual([]);
  });

  test('of random data is the same for the same request, and another for another seed (Prism #1011)', async () => {
    const schema = { type: 'array', minItems: 9, items: { type: 'integer' } };
    const read = async (prefer: string) => {
      const ask = mockOf({ paths: pathsOf(schema) });
      return (await ask('/things', { headers: { prefer } })).text();
    };
    expect(await read('dynamic=true')).toBe(await read('dynamic=true'));
    expect(await read('dynamic=true, seed=b')).not.toBe(await read('dynamic=true, seed=a'));
  });
});

describe('a server', () => {
  test('holds all contracts on one port (Prism #2002)', async () => {
    const mock = createMock({ apis: OWN });
    const { url } = await mock.listen();
    onTestFinished(mock.close);
    for (const { mount } of OWN) {
      const answer = await fetch(`${url}${mount}/no-such-path`, { headers: SIGNED_IN });
      expect(answer.headers.get('x-mock-violations')).toContain('unknown-path');
    }
    expect(new Set(OWN.map(({ mount }) => mount)).size).toBe(OWN_APIS.length);
  });

  test('starts and stops inside a test, with a port or without (Prism #1850)', async () => {
    const mock = createMock({ apis: OWN });
    const request = new Request(`http://mock.test${SHARES}`, { headers: SIGNED_IN });
    expect((await mock.fetch(request)).status).toBe(200);
    const { url } = await mock.listen();
    expect((await fetch(url + SHARES, { headers: SIGNED_IN })).status).toBe(200);
    await mock.close();
    await expect(fetch(url)).rejects.toThrow();
  });

  test('serves a file anew when one that it refers to changes (Prism #2009)', async () => {
    const folder = await makeFolder();
    const itemOf = (status: number) => `get: { responses: { "${status}": { description: D } } }\n`;
    await folder.write('item.yaml', itemOf(204));
    const info = 'info: { title: T, version: "1" }';
    const paths = 'paths: { /things: { $ref: item.yaml } }';
    const entry = await folder.write('openapi.yaml', `openapi: 3.1.0\n${info}\n${paths}\n`);
    const since = Date.now();
    const apiOf = (contract: Contract): MockApi => ({ name: 'test', mount: '', contract });
    const contract = await loadContract(entry);
    const mock = createMock({ apis: [apiOf(contract)] });
    const reloads = collect<number>();
    const { close } = watchContract(contract, since, {
      onReload: (next) => {
        mock.replace(apiOf(next));
        reloads.add(1);
      },
      onFailure: (error) => expect.unreachable(String(error)),
      onEnd: (error) => expect.unreachable(String(error)),
    });
    onTestFinished(close);
    await folder.write('item.yaml', itemOf(205));
    await reloads.waitFor(1);
    expect((await mock.fetch(new Request('http://mock.test/things'))).status).toBe(205);
  });

  test('compiles what is asked for and nothing else, however many operations there are (Prism #1479, #1859)', async () => {
    // A schema that was compiled without need would end in an error.
    const broken = pathsOf({ minimum: 'three' })['/things'];
    const others = Array.from({ length: 2000 }, (_, index) => [`/other${index}/{id}`, broken]);
    const paths = { ...Object.fromEntries(others), ...pathsOf({ const: 1 }) };
    const errors: unknown[] = [];
    const ask = mockOf({ paths }, {}, { logError: (error) => errors.push(error) });
    expect(await (await ask('/things')).json()).toBe(1);
    expect(errors).toEqual([]);
    expect((await ask('/other7/a')).status).toBe(500);
    expect(errors).toHaveLength(1);
  });
});

describe('a client', () => {
  test('tells 204 from 404, each with what the contract says (openapi-fetch #1977, #2291)', async () => {
    const { fetch } = createMock({ apis: OWN });
    const crego = createCregoClient({ baseUrl: 'http://mock.test/crego', token: 'x', fetch });
    const params = {
      path: { document_id: '01JVVJNAVTB19FN3F7W1NHBPT6', share_id: '01JQ8NZY29A8XYWQ1ZAQR4KRJD' },
    };
    const path = '/documents/{document_id}/shares/{share_id}/';
    const done = await crego.DELETE(path, { params });
    expect([done.response.status, done.data, done.error]).toEqual([204, undefined, undefined]);
    const missing = await crego.DELETE(path, { params });
    expect([missing.response.status, missing.error]).toEqual([404, { detail: expect.any(String) }]);
  });
});

describe('a page of the docs', () => {
  test('asks for nothing outside the site (Redocly #1035, #1094)', async () => {
    const contract = await loadContract(OWN_APIS[0]?.contract ?? '');
    const source = { title: 'Docs', apis: [{ name: 'crego', contract }], guides: [], more: [] };
    const site = createSite(source, { mockOrigin: 'http://mock.test' });
    const html = (await site.render('crego.html'))?.body ?? '';
    expect(html).toContain('listShares');
    const own = /^<(?:script src|link href)="(?:assets\/[\w.]+\?v=\w+|crego\.md)">$/;
    expect(findOutsideResources(html).filter((found) => !own.test(found))).toEqual([]);
    // A browser shows that nothing else is asked for: test/docs/site.browser.test.ts.
    expect((await site.render('assets/redoc.js'))?.body).not.toMatch(/cdn\.redoc|otel\.cloud/);
  });
});
