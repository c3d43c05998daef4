import { describe, test } from 'vitest';
import { CREGO_TOKEN, startCrego } from './crego-forty.ts';

const PATH = '/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const SHARE = { expires_at: '2030-08-01T05:38:35+00:00' };

describe.each([{ isRight: false }, { isRight: true }])('server of a new user, %o', (options) => {
  const { isRight } = options;

  test(`${isRight ? 'counts' : 'shows count as a text'}`, async ({ expect, onTestFinished }) => {
    const ask = await start(options, onTestFinished);
    await ask('POST', PATH, SHARE);
    const page = await ask('GET', PATH);
    expect(page).toMatchObject({ status: 200, body: { count: isRight ? 1 : '1' } });
    expect(page.body).toMatchObject({ results: [SHARE], has_next: false, next_page: null });
  });

  test(`answers ${isRight ? 201 : 200} to a create`, async ({ expect, onTestFinished }) => {
    const ask = await start(options, onTestFinished);
    const made = await ask('POST', PATH, SHARE);
    expect(made).toMatchObject({ status: isRight ? 201 : 200, body: SHARE });
  });

  test.for([
    ['nothing', {}],
    ['no time', { expires_at: 'tomorrow' }],
    ['no day', { expires_at: '2030-02-30T00:00:00Z' }],
  ] as const)(`${isRight ? 'refuses' : 'accepts'} a body with %s`, async ([, body], context) => {
    const ask = await start(options, context.onTestFinished);
    context.expect((await ask('POST', PATH, body)).status).toBe(isRight ? 400 : 200);
  });

  test(`${isRight ? 'asks' : 'does not ask'} for a token`, async ({ expect, onTestFinished }) => {
    const ask = await start(options, onTestFinished);
    expect((await ask('GET', PATH, undefined, 'wrong')).status).toBe(isRight ? 401 : 200);
  });

  test('pages', async ({ expect, onTestFinished }) => {
    const ask = await start(options, onTestFinished);
    for (let count = 0; count < 3; count += 1) await ask('POST', PATH, SHARE);
    const last = await ask('GET', `${PATH}?page_size=2&page=2`);
    expect(last.body).toMatchObject({ results: [{}], has_next: false, previous_page: 1 });
    expect((await ask('GET', `${PATH}?page_size=2&page=3`)).status).toBe(404);
    expect((await ask('GET', `${PATH}?page=0`)).status).toBe(400);
    const none = await ask('GET', `${PATH}?expires_at_gte=2031-01-01T00:00:00Z`);
    expect(none.body).toMatchObject({ results: [], total_pages: 1 });
  });

  test('has no other operation', async ({ expect, onTestFinished }) => {
    const ask = await start(options, onTestFinished);
    expect((await ask('GET', `${PATH}01JQ8NZY29A8XYWQ1ZAQR4KRJD/`)).status).toBe(404);
    expect((await ask('DELETE', PATH)).status).toBe(405);
  });
});

async function start(
  options: { readonly isRight: boolean },
  onTestFinished: (close: () => Promise<void>) => void,
) {
  const { url, close } = await startCrego(options);
  onTestFinished(close);
  return async (method: string, path: string, body?: object, token = CREGO_TOKEN) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const read: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body: read };
  };
}
