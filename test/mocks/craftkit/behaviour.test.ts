import { describe, expect, test } from 'vitest';
import { sandboxMockOf } from '../../support/sandbox-mock.ts';
import {
  create,
  documented,
  email,
  engagement,
  FAILED,
  HOST,
  list,
  MINUTE,
  notFound,
  OTHER,
  QUEUED,
  RENDERING,
  render,
  revoke,
  SAMPLE,
  SHARE,
  stranger,
  track,
} from './requests.ts';

/** Operations with requests that are good but for the render that they name. */
const requests: [operation: string, request: (id: string) => string, body?: unknown][] = [
  ['getRender', render],
  ['listShares', list],
  ['createShare', create, {}],
  ['revokeShare', (id) => revoke(SHARE, id)],
  ['emailRender', email, { to: 'client@acme.com' }],
  ['getEngagement', engagement],
  ['trackEvent', track, { eventType: 'viewed' }],
];

describe('craftkit', () => {
  test.each(requests)(
    '%s answers 404 for an unknown render in a closed world',
    async (_operation, request, body) => {
      const { ask } = sandboxMockOf('craftkit', { closedWorld: true });
      expect(await ask(request(OTHER), { body })).toMatchObject(notFound);
      expect((await ask(request(SAMPLE), { body })).status).toBeLessThan(300);
    },
  );

  test.each(requests)(
    '%s refuses a key of an account, and an empty one',
    async (_operation, request, body) => {
      const { ask } = sandboxMockOf('craftkit');
      for (const authorization of ['Bearer ck_acct_x', 'Bearer ', '']) {
        expect(await ask(request(SAMPLE), { body, headers: { authorization } })).toMatchObject({
          status: 401,
          body: { error: { code: 'unauthorized' } },
        });
      }
    },
  );

  test('accepts keys of both kinds, and configured ones alone where it is strict', async () => {
    const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
    const { ask } = sandboxMockOf('craftkit');
    for (const key of ['ck_live_x', 'ck_test_x']) {
      expect((await ask(list(), bearer(key))).status).toBe(200);
    }
    const credentials = new Set(['ck_live_good', 'ck_acct_x']);
    const strict = sandboxMockOf('craftkit', { strictAuth: true, credentials });
    expect((await strict.ask(list(), bearer('ck_live_good'))).status).toBe(200);
    for (const key of ['ck_live_x', 'ck_acct_x']) {
      expect((await strict.ask(list(), bearer(key))).status).toBe(401);
    }
  });
});
describe('getRender', () => {
  test('answers the documented render with its elided id completed', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(render(), documented);
    expect((await ask(render())).body).toEqual({
      ...body,
      id: SAMPLE,
      pollUrl: `${HOST}/v1/renders/${SAMPLE}`,
      downloadUrl: `${HOST}/renders/${SAMPLE}/${SAMPLE}.pdf`,
    });
  });

  test.each([
    [SAMPLE, 'succeeded'],
    [RENDERING, 'rendering'],
    [FAILED, 'failed'],
    [QUEUED, 'queued'],
  ])('answers a render %s that is %s', async (id, status) => {
    const { ask } = sandboxMockOf('craftkit');
    const { body } = await ask(render(id));
    expect(body).toMatchObject({ id, status });
    expect(body.downloadUrl === null).toBe(status !== 'succeeded');
    expect(body.completedAt === null).toBe(status === 'queued' || status === 'rendering');
    expect(body.errorMessage === null).toBe(status !== 'failed');
  });

  test('answers a succeeded one for a render that nobody created, the same at any time', async () => {
    const { ask, advance } = sandboxMockOf('craftkit');
    const { status, body } = await ask(render(OTHER));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: OTHER, status: 'succeeded' });
    advance(MINUTE);
    expect((await ask(render(OTHER))).body).toEqual(body);
  });

  test('gives URLs that open', async () => {
    const { ask } = sandboxMockOf('craftkit');
    const { pollUrl, downloadUrl } = (await ask(render())).body;
    expect((await ask(`GET ${pollUrl}`)).status).toBe(200);
    const file = await ask(`GET ${downloadUrl}`, stranger('198.51.100.1'));
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.body).toMatch(/^%PDF-/);
  });

  test.each([`/renders/${FAILED}/${FAILED}.pdf`, `/renders/${SAMPLE}/${FAILED}.pdf`])(
    'gives no file at %s',
    async (path) => {
      expect(await sandboxMockOf('craftkit').ask(`GET ${path}`)).toMatchObject(notFound);
    },
  );
});
