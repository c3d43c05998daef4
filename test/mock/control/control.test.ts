import { describe, expect, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../../src/apis/root.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { askOf } from '../../support/ask-mock.ts';

const [crego] = (await loadProject()).filter(({ name }) => name === 'crego');
if (crego === undefined) throw new Error('There is no API "crego".');
const contract = await loadContract(CONTROL_CONTRACT);
const loadControl = async () => contract;

const DOCUMENT = '01JQ8MZ0P94HR6HSH1DGY5VNH9';
const OTHER = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const LIST = `/crego/documents/${DOCUMENT}/shares/`;

function start(token?: string) {
  let time = 0;
  const mock = createMock({
    apis: [crego as NonNullable<typeof crego>],
    control: { loadContract: loadControl, token },
    sandboxes: { readTime: () => time },
  });
  const ask = askOf(mock);
  return { ask, mock, wait: (milliseconds: number) => (time += milliseconds) };
}

const count = async ({ ask }: ReturnType<typeof start>, prefix = '') =>
  (await ask(`GET ${prefix}${LIST}`)).body.count;

describe('getHealth', () => {
  test('names the APIs with their scenarios and tables', async () => {
    const { status, body } = await start().ask('GET /_mock/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ok', sandboxes: 1 });
    expect(body.apis[0]).toMatchObject({
      name: 'crego',
      url: 'http://mock.test/crego',
      site: 'http://mock.test/crego',
      servers: ['https://preprod.api.crego.io'],
      scenarios: expect.arrayContaining([
        { name: 'many', summary: 'The sample document has 250 shares.' },
      ]),
      tables: [
        { name: 'documents', isWritable: true },
        { name: 'shares', isWritable: true },
      ],
    });
  });
});

describe('contracts', () => {
  test('have their operations listed', async () => {
    const { status, body } = await start().ask('GET /_mock/apis/crego/operations');
    expect(status).toBe(200);
    expect(body.operations).toContainEqual({
      id: 'listShares',
      method: 'GET',
      path: '/documents/{document_id}/shares/',
      summary: expect.any(String),
      provenance: 'documented',
    });
    expect(body.operations).toHaveLength(6);
  });

  test('show an operation with requests to try and documented answers', async () => {
    const { body } = await start().ask('GET /_mock/apis/crego/operations/createShare');
    expect(body).toMatchObject({
      id: 'createShare',
      method: 'POST',
      provenance: { level: 'documented' },
    });
    const [sample] = body.samples;
    expect(sample.curl).toContain(`'http://mock.test/crego${sample.target}'`);
    expect(sample.call).toContain('const result = await crego.createShare({');
    const names = body.answers.map(
      ({ status, examples }: { status: string; examples: { name: string }[] }) => [
        status,
        examples.map(({ name }) => name),
      ],
    );
    expect(names).toContainEqual(['201', expect.arrayContaining(['documented'])]);
    expect(
      body.answers.every(({ description }: { description: string }) => description !== ''),
    ).toBe(true);
  });

  test.each([
    ['creg/operations', 'Unknown API "creg". Known: crego. Did you mean "crego"?'],
    ['creg/operations/createShare', 'Unknown API "creg". Known: crego. Did you mean "crego"?'],
    [
      'crego/operations/createShares',
      expect.stringContaining('Unknown operation of crego "createShares". Known: '),
    ],
    ['crego/operations/__proto__', expect.stringContaining('Unknown operation of crego')],
  ])('are refused for %s', async (path, detail) => {
    const { status, body } = await start().ask(`GET /_mock/apis/${path}`);
    expect([status, body.detail]).toEqual([404, detail]);
  });
});

describe('sandboxes', () => {
  test('are listed once they were used, shown and deleted', async () => {
    const server = start();
    await count(server, '/~a');
    const { body } = await server.ask('GET /_mock/sandboxes');
    expect(body.sandboxes.map(({ name }: { name: string }) => name)).toEqual(['default', 'a']);
    expect((await server.ask('GET /_mock/sandboxes/a')).body).toEqual({
      name: 'a',
      url: 'http://mock.test/~a',
      scenario: 'default',
      clock: { apis: { crego: '2025-03-26T14:20:38.000Z' } },
      faults: [],
      webhook: null,
      requests: 1,
    });
    expect((await server.ask('DELETE /_mock/sandboxes/a')).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      const gone = await server.ask(`${method} /_mock/sandboxes/a`);
      expect(gone).toMatchObject({ status: 404, body: { detail: 'No sandbox is called "a".' } });
    }
  });

  test('keep the default one, which is always there', async () => {
    const { ask } = start();
    const refused = await ask('DELETE /_mock/sandboxes/default');
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain('Reset it.');
  });

  test('are as fresh ones after a reset', async () => {
    const server = start();
    const fresh = (await server.ask('POST /_mock/sandboxes/a/reset')).body;
    await server.ask(`DELETE /~a${LIST}01JQ8NZY29A8XYWQ1ZAQR4KRJD/`);
    await server.ask('PUT /_mock/sandboxes/a/scenario', { name: 'many' });
    await server.ask('PUT /_mock/sandboxes/a/faults', { faults: [{ outcome: 'error' }] });
    await server.ask('PUT /_mock/sandboxes/a/clock', { now: '2030-01-01T00:00:00Z' });
    await server.ask('PUT /_mock/sandboxes/a/webhook', { url: 'http://a.test/', secret: 's' });
    expect((await server.ask('GET /_mock/sandboxes/a')).body).not.toEqual(fresh);
    expect((await server.ask('POST /_mock/sandboxes/a/reset')).body).toEqual(fresh);
    expect(await count(server, '/~a')).toBe(2);
  });
});

describe('the clock', () => {
  test('is set, advanced and taken back, and an expiry passes with it', async () => {
    const server = start();
    const clock = (request: string, body?: unknown) =>
      server.ask(`${request.replace(' ', ' /_mock/sandboxes/default/clock')}`, body);
    const { body: share } = await server.ask(`POST ${LIST}`, {
      expires_at: '2025-04-01T00:00:00Z',
    });
    const preview = async () =>
      (await server.ask(`GET /crego/shares/${share.token}/preview/`)).status;
    expect((await clock('GET ')).body).toEqual({ apis: { crego: '2025-03-26T14:20:38.000Z' } });
    expect(await preview()).toBe(200);
    await clock('POST /advance', { by: 'P6D' });
    expect(await preview()).toBe(404);
    await clock('POST /advance', { by: '-P1D' });
    expect(await preview()).toBe(200);
    await clock('PUT ', { now: '2026-01-01T00:00:00+01:00' });
    server.wait(1000);
    expect((await clock('GET ')).body).toEqual({ apis: { crego: '2025-12-31T23:00:01.000Z' } });
    expect(await preview()).toBe(404);
  });

  test.each([
    ['POST /_mock/sandboxes/a/clock/advance', { by: 'P1M' }],
    ['POST /_mock/sandboxes/a/clock/advance', { by: 'P' }],
    ['POST /_mock/sandboxes/a/clock/advance', { by: 'P999999W' }],
    ['POST /_mock/sandboxes/a/clock/advance', { by: `P${'9'.repeat(60)}W` }],
    ['POST /_mock/sandboxes/a/clock/advance', { by: 'P7974Y' }],
    ['POST /_mock/sandboxes/a/clock/advance', { by: '-P21000D' }],
    ['PUT /_mock/sandboxes/a/clock', { now: 'noon' }],
    ['PUT /_mock/sandboxes/a/clock', { now: '9999-01-01T00:00:00Z' }],
    ['PUT /_mock/sandboxes/a/clock', { now: '9998-12-31T23:59:59-01:00' }],
    ['PUT /_mock/sandboxes/a/clock', { now: '1970-01-01T00:00:00+01:00' }],
    ['PUT /_mock/sandboxes/a/clock', { now: '0000-01-01T00:00:00Z' }],
    ['PUT /_mock/sandboxes/a/clock', {}],
  ])('refuses %s with %j', async (request, body) => {
    expect((await start().ask(request, body)).status).toBe(422);
  });

  test.each([
    ['PUT ', { now: '9999-12-31T23:59:59Z' }],
    ['PUT ', { now: '1969-12-31T23:59:59Z' }],
    ['POST /advance', { by: 'P417000W' }],
    ['POST /advance', { by: '-P417000W' }],
  ])('names its limits for %s%j, and stays', async (request, body) => {
    const { ask } = start();
    const path = request.replace(' ', ' /_mock/sandboxes/a/clock');
    const before = await ask('GET /_mock/sandboxes/a/clock');
    const refused = await ask(path, body);
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain(
      'from 1970-01-01T00:00:00Z to 9998-12-31T23:59:59Z, got ',
    );
    expect((await ask('GET /_mock/sandboxes/a/clock')).body).toEqual(before.body);
  });

  test.each(['9998-12-31T23:59:59.000Z', '1970-01-01T00:00:00.000Z'])(
    'goes on answering once it has run into its limit %s',
    async (now) => {
      const server = start();
      await server.ask('PUT /_mock/sandboxes/a/clock', { now });
      server.wait(now.startsWith('9') ? 5000 : -5000);
      const { headers, status, body } = await server.ask(`POST /~a${LIST}`, {
        expires_at: '2030-01-01T00:00:00Z',
      });
      expect([status, headers.get('x-mock-time')]).toEqual([201, now]);
      expect(body.created_at.slice(0, 19)).toBe(now.slice(0, 19));
      const { sandboxes } = (await server.ask('GET /_mock/sandboxes')).body;
      expect(sandboxes[1].clock).toEqual({ apis: { crego: now } });
    },
  );
});

describe('setScenario', () => {
  test('puts the requests of one sandbox in a scenario', async () => {
    const server = start();
    const { body } = await server.ask('PUT /_mock/sandboxes/a/scenario', { name: 'many' });
    expect(body.scenario).toBe('many');
    expect(await count(server, '/~a')).toBe(250);
    expect(await count(server)).toBe(2);
  });

  test('names the known ones where the name is unknown', async () => {
    const { status, body } = await start().ask('PUT /_mock/sandboxes/a/scenario', { name: 'mony' });
    expect(status).toBe(422);
    expect(body.detail).toMatch(
      /^Unknown scenario "mony"\. Known: default, empty, one, many.*Did you mean "many"\?$/,
    );
  });
});

describe('faults', () => {
  test('strike the requests of one sandbox until they are cleared', async () => {
    const { ask } = start();
    const faults = [{ api: 'crego', operation: 'listShares', rate: 1, outcome: 'error' }];
    expect((await ask('PUT /_mock/sandboxes/a/faults', { faults })).body.faults).toEqual(faults);
    expect((await ask(`GET /~a${LIST}`)).status).toBe(500);
    expect((await ask(`GET ${LIST}`)).status).toBe(200);
    expect((await ask('DELETE /_mock/sandboxes/a/faults')).body.faults).toEqual([]);
    expect((await ask(`GET /~a${LIST}`)).status).toBe(200);
  });

  test('end by themselves after the times that they have', async () => {
    const { ask } = start();
    const fault = { api: 'crego', operation: 'listShares', outcome: 'error' };
    await ask('PUT /_mock/sandboxes/a/faults', { faults: [{ ...fault, times: 2 }] });
    await ask('PUT /_mock/sandboxes/b/faults', { faults: [{ ...fault, times: 1 }] });
    const left = async (name: string) => (await ask(`GET /_mock/sandboxes/${name}`)).body.faults;
    expect((await ask(`GET /~a${LIST}`)).status).toBe(500);
    expect(await left('a')).toEqual([{ ...fault, times: 1 }]);
    expect(await left('b')).toEqual([{ ...fault, times: 1 }]);
    expect((await ask(`GET /~a${LIST}`)).status).toBe(500);
    expect((await ask(`GET /~a${LIST}`)).status).toBe(200);
    expect([await left('a'), await left('b')]).toEqual([[], [{ ...fault, times: 1 }]]);
  });

  test.each([
    [{ times: 0 }, 'times'],
    [{ times: 1.5 }, 'times'],
    [{ times: 'once' }, 'times'],
    [{ api: 'creg' }, 'Unknown API "creg". Known: crego. Did you mean "crego"?'],
    [{ operation: 'list' }, 'Unknown operation "list". Known: listShares, createShare'],
    [{ rate: 2 }, 'rate'],
    [{ delay: { min: 1 } }, 'delay'],
    [{ outcome: 'fire' }, 'outcome'],
    [{ speed: 1 }, 'speed'],
    [{ delay: { min: 2, max: 1 } }, 'A delay has the least of 2 ms above the most of 1 ms.'],
  ])('refuse %j', async (fault, detail) => {
    const answer = await start().ask('PUT /_mock/sandboxes/a/faults', { faults: [fault] });
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toContain(detail);
  });
});

describe('the state', () => {
  const share = async ({ ask }: ReturnType<typeof start>) =>
    (await ask('GET /_mock/sandboxes/default/state/crego')).body.tables.shares[0];

  test('is read as it is, by scenario', async () => {
    const server = start();
    const { tables } = (await server.ask('GET /_mock/sandboxes/a/state/crego')).body;
    expect([tables.documents.length, tables.shares.length]).toEqual([2, 2]);
    const many = await server.ask('GET /_mock/sandboxes/a/state/crego?scenario=many');
    expect(many.body.tables.shares.length).toBe(250);
  });

  test('takes a share and a parent, and gives up a row', async () => {
    const server = start();
    const row = { ...(await share(server)), id: OTHER, token: 'new' };
    const path = `/_mock/sandboxes/default/state/crego`;
    expect(await server.ask(`PUT ${path}/shares/${OTHER}`, row)).toMatchObject({
      status: 200,
      body: row,
    });
    expect(await count(server)).toBe(3);
    expect((await server.ask(`PUT ${path}/documents/${OTHER}`, { id: OTHER })).status).toBe(200);
    expect((await server.ask(`DELETE ${path}/shares/${OTHER}`)).status).toBe(204);
    expect((await server.ask(`DELETE ${path}/shares/${OTHER}`)).status).toBe(404);
    expect(await count(server)).toBe(2);
  });

  test.each([
    ['GET state/none', undefined, 404, 'Unknown API with state "none". Known: crego.'],
    ['GET state/crego?scenario=mony', undefined, 422, 'Unknown scenario "mony". Known: default'],
    ['PUT state/crego/none/x', {}, 404, 'Known: documents, shares.'],
    ['PUT state/crego/documents/x', { id: 'x' }, 422, 'body at /id: expected text that matches'],
    [`PUT state/crego/documents/${DOCUMENT}`, { id: OTHER }, 422, `The row has the key "${OTHER}"`],
    [`PUT state/crego/shares/${OTHER}`, { id: OTHER }, 422, 'body at /tenant_id: expected a value'],
    [`PUT state/crego/shares/${OTHER}`, [], 422, 'object'],
  ])('refuses %s %j with %i', async (request, body, status, detail) => {
    const answer = await start().ask(request.replace(' ', ' /_mock/sandboxes/a/'), body);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toContain(detail);
  });
});

describe('the journal', () => {
  async function history() {
    const server = start();
    await server.ask(`GET ${LIST}`);
    await server.ask(`POST ${LIST}`, { expires_at: 'soon' });
    await server.ask(`POST ${LIST}`, { expires_at: '2030-01-01T00:00:00Z' });
    await server.ask('GET /~a/crego/nowhere');
    return server;
  }

  test('has each request and answer of its sandbox, oldest first, secrets masked', async () => {
    const { ask } = await history();
    const { entries, total } = (await ask('GET /_mock/sandboxes/default/journal')).body;
    expect(total).toBe(3);
    expect(
      entries.map(({ id, operation, status }: Record<string, unknown>) => [id, operation, status]),
    ).toEqual([
      [1, 'listShares', 200],
      [2, 'createShare', 400],
      [3, 'createShare', 201],
    ]);
    const [, refused, created] = entries;
    expect(refused.violations).toEqual([
      expect.objectContaining({ in: 'body', pointer: '/expires_at', found: 'string' }),
    ]);
    expect(created.request.body).toBe('{"expires_at":"2030-01-01T00:00:00Z"}');
    expect(created.request.headers).toContainEqual({ name: 'authorization', value: 'Bearer ***' });
    expect(JSON.parse(created.response.body)).toMatchObject({ token: '***' });
    const other = (await ask('GET /_mock/sandboxes/a/journal')).body.entries;
    expect(other).toEqual([
      expect.objectContaining({
        operation: null,
        status: 404,
        url: 'http://mock.test/~a/crego/nowhere',
      }),
    ]);
  });

  test.each([
    ['operation=createShare', [2, 3]],
    ['status=201', [3]],
    ['method=GET', [1]],
    ['after=2', [3]],
    ['after=0&limit=2', [1, 2]],
    ['limit=1', [3]],
    ['api=crego&limit=2', [2, 3]],
    ['api=other', []],
    ['kind=webhook', []],
  ])('filters by ?%s', async (query, ids) => {
    const { ask } = await history();
    const { entries } = (await ask(`GET /_mock/sandboxes/default/journal?${query}`)).body;
    expect(entries.map(({ id }: { id: number }) => id)).toEqual(ids);
  });

  test('is cleared', async () => {
    const { ask } = await history();
    expect((await ask('DELETE /_mock/sandboxes/default/journal')).status).toBe(204);
    const { body } = await ask('GET /_mock/sandboxes/default/journal');
    expect(body).toEqual({ entries: [], total: 0 });
  });

  test('is exported as HAR', async () => {
    const { ask } = await history();
    const { log } = (await ask('GET /_mock/sandboxes/default/journal.har')).body;
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'share-contracts' } });
    expect(log.entries.length).toBe(3);
    expect(log.entries[2]).toMatchObject({
      request: {
        method: 'POST',
        url: `http://mock.test${LIST}`,
        postData: { text: expect.any(String) },
      },
      response: { status: 201, statusText: 'Created', content: { mimeType: 'application/json' } },
    });
  });
});

describe('a caller of the control API', () => {
  const RESET = 'POST /_mock/sandboxes/a/reset';

  test.each([
    [{ origin: 'http://evil.test' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('is refused where it is a page of another origin: %j', async (headers) => {
    const { ask } = start();
    const refused = await ask(RESET, undefined, headers);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask('GET /_mock/sandboxes/a')).status).toBe(404);
  });

  test('is served where it is a page of this server', async () => {
    const headers = { origin: 'http://mock.test', 'sec-fetch-site': 'same-origin' };
    expect((await start().ask(RESET, undefined, headers)).status).toBe(200);
  });

  test('needs the control token where there is one', async () => {
    const { ask } = start('secret');
    const refused = await ask(RESET);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const authorization = 'Bearer secret';
    expect((await ask(RESET, undefined, { authorization })).status).toBe(200);
    const page = { authorization, origin: 'http://evil.test' };
    expect((await ask(RESET, undefined, page)).status).toBe(403);
  });

  test.each([
    [{ url: 'http://user:hunter2@a.test/', secret: 's' }, 'no user and no password'],
    [{ url: 'http://a.test/', secret: ' ' }, 'must not be blank'],
  ])('sets no receiver of webhooks that could get nothing: %j', async (receiver, detail) => {
    const { ask } = start();
    const refused = await ask('PUT /_mock/sandboxes/a/webhook', receiver);
    expect(refused).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining(detail) },
    });
    const journal = await ask('GET /_mock/sandboxes/a/journal.har');
    expect(JSON.stringify([refused.body, journal.body])).not.toContain('hunter2');
    expect(
      (await ask('PUT /_mock/sandboxes/a/clock', { now: '2030-01-01T00:00:00Z' })).status,
    ).toBe(200);
    expect((await ask('GET /_mock/sandboxes/a')).body.webhook).toBeNull();
  });

  test('gets a problem for what is malformed or unknown', async () => {
    const { ask } = start();
    expect((await ask('PUT /_mock/sandboxes/a/scenario', '{')).status).toBe(400);
    expect((await ask('PUT /_mock/sandboxes/a/scenario', {})).status).toBe(422);
    expect((await ask('GET /_mock/nowhere')).status).toBe(404);
    const wrong = await ask('PATCH /_mock/health');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(wrong.body).toMatchObject({
      type: 'about:blank',
      title: 'Method not allowed',
      status: 405,
    });
  });

  test('is out of reach of the faults and scenarios of a sandbox', async () => {
    const { ask } = start();
    await ask('PUT /_mock/sandboxes/default/faults', { faults: [{ outcome: 'error' }] });
    await ask('PUT /_mock/sandboxes/default/scenario', { name: 'server-error' });
    expect((await ask(`GET ${LIST}`)).status).toBe(500);
    expect((await ask('GET /_mock/health')).status).toBe(200);
  });
});
