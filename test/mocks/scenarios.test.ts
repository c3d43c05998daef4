import { describe, expect, test } from 'vitest';
import { sandboxMockOf } from '../support/sandbox-mock.ts';

const inScenario = (name: string) => ({ headers: { 'x-mock-scenario': name } });

describe('crego', () => {
  const list = 'GET /documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
  const { ask } = sandboxMockOf('crego');

  test.each([
    ['default', 2],
    ['empty', 0],
    ['one', 1],
    ['many', 250],
    ['expired', 2],
  ])('%s lists %i shares', async (scenario, count) => {
    expect((await ask(list, inScenario(scenario))).body.count).toBe(count);
  });

  test('expired has no share that could be opened', async () => {
    const { results } = (await ask(list, inScenario('expired'))).body;
    for (const { token } of results) {
      expect((await ask(`GET /shares/${token}/preview/`, inScenario('expired'))).status).toBe(404);
    }
  });

  test.each([
    ['unauthorized', 401, { detail: 'Authentication credentials were not provided.' }],
    ['not-found', 404, { detail: 'Not found.' }],
    ['server-error', 500, { detail: 'A server error occurred.' }],
  ])('%s answers %i', async (scenario, status, body) => {
    expect(await ask(list, inScenario(scenario))).toMatchObject({ status, body });
  });
});

describe('zoho-writer', () => {
  const { ask } = sandboxMockOf('zoho-writer');
  const url = (path: string) => `GET /api/private/json/${path}?apikey=x&ticket=x`;

  test.each([
    ['default', '12'],
    ['empty', '0'],
    ['one', '1'],
    ['many', '250'],
  ])('%s counts %s incoming documents', async (scenario, count) => {
    const { body } = await ask(url('incomingdocuments/count'), inScenario(scenario));
    expect(body.response.result.documents.documentsCount).toBe(count);
  });

  test.each([
    ['unauthorized', 401, '1401'],
    ['not-found', 404, '1404'],
    ['server-error', 500, '1500'],
  ])('%s answers %i with the code %s', async (scenario, status, code) => {
    const answer = await ask(url('share/8892000000064025'), inScenario(scenario));
    expect(answer.status).toBe(status);
    expect(answer.body.response.error.code).toBe(code);
  });
});

describe('craftkit', () => {
  const render = '/v1/renders/0193c2c3-1111-7aaa-8bbb-000000000001';
  const { ask } = sandboxMockOf('craftkit');
  const list = async (scenario: string) =>
    (await ask(`GET ${render}/shares`, inScenario(scenario))).body.shares;

  test.each([
    ['empty', 0],
    ['one', 1],
    ['many', 250],
  ])('%s lists %i shares', async (scenario, count) => {
    expect((await list(scenario)).length).toBe(count);
  });

  test.each(['expired', 'revoked'])('%s has no share that could be opened', async (scenario) => {
    const shares = await list(scenario);
    expect(shares.length).toBeGreaterThan(0);
    for (const { shareUrl, revokedAt } of shares) {
      expect((await ask(`GET ${shareUrl}`, inScenario(scenario))).status).toBe(404);
      expect(revokedAt !== null).toBe(scenario === 'revoked');
    }
  });

  test.each([
    ['unauthorized', 'POST', '/shares', 401, 'unauthorized'],
    ['not-found', 'POST', '/shares', 404, 'not_found'],
    ['not-ready', 'POST', '/shares', 409, 'not_ready'],
    ['email-failed', 'POST', '/email', 502, 'email_send_failed'],
    ['email-not-configured', 'POST', '/email', 503, 'email_not_configured'],
    ['server-error', 'POST', '/shares', 500, 'internal'],
  ])('%s answers %s %s with %i', async (scenario, method, path, status, code) => {
    const body = path === '/email' ? { to: 'client@example.com' } : {};
    const answer = await ask(`${method} ${render}${path}`, { ...inScenario(scenario), body });
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});

describe('cloudreve', () => {
  const { ask } = sandboxMockOf('cloudreve');
  const list = async (scenario: string) =>
    (await ask('GET /api/v4/share?page_size=100', inScenario(scenario))).body;
  const info = (id: string, scenario: string) =>
    ask(`GET /api/v4/share/info/${id}`, inScenario(scenario));

  test.each([
    ['one', 1],
    ['many', 100],
  ])('%s lists %i shares on the first page', async (scenario, count) => {
    expect((await list(scenario)).data.shares.length).toBe(count);
  });

  test('empty lists no shares', async () => {
    expect((await list('empty')).data.shares).toBeNull();
  });

  test('expired lists shares that no link leads to any more', async () => {
    const { shares } = (await list('expired')).data;
    expect(shares.length).toBeGreaterThan(0);
    for (const { id, expired } of shares) {
      expect(expired).toBe(true);
      expect((await info(id, 'expired')).body.code).toBe(404);
    }
  });

  test.each([
    ['unauthorized', 200, { code: 401, msg: 'Login required' }],
    ['server-error', 500, ''],
  ])('%s answers %i', async (scenario, status, body) => {
    const answer = await ask('GET /api/v4/share?page_size=10', inScenario(scenario));
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(body === '' ? '' : expect.objectContaining(body));
  });

  test('not-found finds no share', async () => {
    const [share] = (await list('not-found')).data.shares;
    expect((await info(share.id, 'not-found')).body).toMatchObject({ code: 404 });
  });

  test('two-factor asks for a code after the password', async () => {
    const sample = await ask('POST /api/v4/session/token', {
      ...inScenario('two-factor'),
      body: { email: 'admin@cloudreve.org', password: 'P@ssw0rd' },
    });
    expect(sample.body.code).toBe(203);
  });
});
