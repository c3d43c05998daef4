import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock, type Exchange, type MockOptions } from '../../src/mock/create-mock.ts';
import type { Sandboxes } from '../../src/mock/state/sandboxes.ts';
import { contractOf } from '../support/test-contract.ts';

/** API that answers `GET /` and `GET /it` below its mount with its own name. */
function apiOf(name: string, mount: string) {
  const get = { responses: { 200: { content: { 'text/plain': { example: name } } } } };
  return { name, mount, contract: contractOf({ paths: { '/': { get }, '/it': { get } } }) };
}

function ask(options: MockOptions, target: string, init?: RequestInit): Promise<Response> {
  return createMock(options).fetch(new Request(`http://mock.test${target}`, init));
}

const apis = [apiOf('a', '/a'), apiOf('b', '/b/v1')];
const docs = async (path: string) => ({ status: 200, headers: {}, body: `docs of "${path}"` });

describe('createMock', () => {
  test.each([
    ['an API', '/a/it', '*'],
    ['no API', '/nowhere', '*'],
    ['the control API', '/_mock/health', null],
  ])(
    'answers a request for %s with 500 where the server itself fails',
    async (_what, target, cors) => {
      const errors: unknown[] = [];
      const exchanges: Exchange[] = [];
      const failure = new Error('No more.');
      const mock = createMock({
        apis,
        control: { loadContract: () => Promise.reject(failure) },
        log: (exchange) => exchanges.push(exchange),
        logError: (error) => errors.push(error),
      });
      const sandboxes: { journalOf: Sandboxes['journalOf'] } = mock.sandboxes;
      sandboxes.journalOf = () => {
        throw failure;
      };
      const response = await mock.fetch(new Request(`http://mock.test${target}`));
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('access-control-allow-origin')).toBe(cors);
      expect(errors).toEqual([failure]);
      expect(exchanges).toMatchObject([
        { status: 500, violations: [{ keyword: 'exception', found: 'No more.' }] },
      ]);
    },
  );

  test.each([
    ['/a', 'a'],
    ['/a/', 'a'],
    ['/a/it', 'a'],
    ['/a/it?q=/b/v1/it', 'a'],
    ['/b/v1/it', 'b'],
  ])('serves %s from API %s', async (target, name) => {
    expect(await (await ask({ apis }, target)).text()).toBe(name);
  });

  test.each(['/ab', '/b', '/b/v2/it', '/favicon.ico'])('has no API at %s', async (target) => {
    const response = await ask({ apis }, target);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      detail: `path: expected a path below /a, /b/v1, got string "${target}"`,
    });
  });

  test.each([
    ['/it', 'root'],
    ['/a/it', 'a'],
    ['/%61/%69t', 'a'],
    ['/a/b/it', 'inner'],
    ['/a/%62/it', 'inner'],
  ])('serves %s from the API with the longest base path: %s', async (target, name) => {
    const nested = [apiOf('root', ''), apiOf('a', '/a'), apiOf('inner', '/a/b')];
    expect(await (await ask({ apis: nested }, target)).text()).toBe(name);
  });

  test('lists the APIs at the root', async () => {
    expect(await (await ask({ apis }, '/')).text()).toContain('http://mock.test/b/v1');
  });

  test('serves an API at the root in place of list and docs', async () => {
    const options = { apis: [apiOf('only', '')], docs };
    expect(await (await ask(options, '/')).text()).toBe('only');
    expect((await ask(options, '/docs/')).status).toBe(404);
  });

  test('serves contracts alone, each at the path of its server', async () => {
    const contracts = ['a', 'b'].map((title) => {
      const { contract } = apiOf(title, '');
      return { ...contract, title, basePath: `/${title}/v1` };
    });
    expect(await (await ask({ contracts }, '/b/v1/it')).text()).toBe('b');
    expect(await (await ask({ contracts, apis: [apiOf('c', '/c')] }, '/c/it')).text()).toBe('c');
  });

  test.each([
    [
      'path',
      [apiOf('a', '/v1'), apiOf('b', '/v1')],
      '"a" and "b" have the same path "/v1". Give each one of its own in "apis".',
    ],
    [
      'name',
      [apiOf('a', ''), apiOf('a', '/v1')],
      '"a" and "a" have the same name "a". Give each one of its own in "apis".',
    ],
  ])('refuses two APIs of one %s', (_what, twins, message) => {
    expect(() => createMock({ apis: twins })).toThrow(message);
  });
});

describe('docs', () => {
  test.each([
    ['/docs/', 'docs of ""'],
    ['/docs/a/b.html', 'docs of "a/b.html"'],
  ])('are served at %s', async (target, text) => {
    expect(await (await ask({ apis, docs }, target)).text()).toBe(text);
  });

  test('have their home below a slash', async () => {
    const response = await ask({ apis, docs }, '/docs');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/docs/']);
  });

  test('are found behind the percent-encoding of their path', async () => {
    expect(await (await ask({ apis, docs }, '/%64ocs/a%20b.html')).text()).toBe(
      'docs of "a%20b.html"',
    );
    expect((await ask({ apis, docs }, '/%64ocs')).headers.get('location')).toBe('/docs/');
  });

  test('answer 404 where there are none', async () => {
    expect((await ask({ apis }, '/docs/')).status).toBe(404);
  });
});

describe('paths and headers of the server', () => {
  const get = { responses: { 200: { content: { 'text/plain': { example: 'own' } } } } };
  const parameters = ['X-Mock-Sandbox', 'X-Mock-Scenario'].map((name) => ({
    name,
    in: 'header',
    required: true,
    schema: { const: 'one/two' },
  }));
  const contract = contractOf({
    paths: { '/~{user}': { get }, '/_mock/health': { get }, '/x': { get: { ...get, parameters } } },
  });
  const loadContract = () => Promise.reject(new Error('The control API was asked.'));
  const options = {
    apis: [{ name: 'only', mount: '', contract }],
    namedSandboxes: false,
    control: { loadContract, path: '/__control' },
  };
  const headers = { 'x-mock-sandbox': 'one/two', 'x-mock-scenario': 'one/two' };

  test.each(['/~joe', '/%7Ejoe', '/_mock/health', '/x'])(
    'are those of an API where it needs them: %s',
    async (target) => {
      const response = await ask(options, target, { headers });
      expect(await response.text()).toBe('own');
    },
  );

  test('leave the control API where it was moved to', async () => {
    const errors: unknown[] = [];
    const logging = { ...options, logError: (error: unknown) => errors.push(error) };
    await ask(logging, '/__%63ontrol/health');
    await ask({ ...logging, control: { loadContract } }, '/%5Fmock');
    const asked = expect.objectContaining({ message: 'The control API was asked.' });
    expect(errors).toEqual([asked, asked]);
  });

  test('put all requests into one sandbox if they cannot name one', async () => {
    const mock = createMock(options);
    await mock.fetch(new Request('http://mock.test/~joe', { headers }));
    expect(mock.sandboxes.list().map(({ name }) => name)).toEqual(['default']);
  });
});

describe('cross-origin requests', () => {
  const origin = 'http://localhost:5173';

  test.each(['/a/it', '/a/no', '/no', '/', '/docs/'])('may read %s', async (target) => {
    const { headers } = await ask({ apis, docs }, target, { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
  });

  test('are allowed before they are made', async () => {
    const headers = { origin, 'access-control-request-method': 'PUT' };
    const response = await ask({ apis }, '/a/it', { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'PUT',
    ]);
  });

  test('get no word about origins when it is switched off', async () => {
    const headers = { origin, 'access-control-request-method': 'PUT' };
    const response = await ask({ apis, cors: false }, '/a/it', { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      405,
      null,
    ]);
  });
});

describe('log', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'PUT' },
  };

  test.each<[target: string, init: RequestInit, api: string | undefined]>([
    ['/b/v1/it?q=1', {}, 'b'],
    ['/b/v1/nowhere', {}, 'b'],
    ['/b/v1/it', preflight, 'b'],
    ['/b/v2/it', preflight, undefined],
    ['/b/v2/it', {}, undefined],
  ])('is told of %s with %j, and of its API', async (target, init, name) => {
    const exchanges: Exchange[] = [];
    const response = await ask({ apis, log: (entry) => exchanges.push(entry) }, target, init);
    const contract = apis.find((api) => api.name === name)?.contract;
    const { status } = response;
    expect(exchanges).toMatchObject([{ api: name, contract, target, status }]);
  });
});

describe('listen', () => {
  test('serves the same answers on a port', async () => {
    const mock = createMock({ apis });
    onTestFinished(mock.close);
    const { url } = await mock.listen();
    expect(await (await fetch(`${url}/a/it`)).text()).toBe('a');
    expect((await fetch(`${url}/a/it`, { method: 'HEAD' })).status).toBe(200);
  });

  test('is ended by close, on every port', async () => {
    const mock = createMock({ apis });
    const listeners = [await mock.listen(), await mock.listen()];
    await mock.close();
    for (const { url } of listeners) {
      await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    }
  });
});
