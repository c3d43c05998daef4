import { describe, expect, test } from 'vitest';
import { anonymous, bearer, cloudreveMock } from './cloudreve-mock.ts';

const SITE = '/cloudreve';

describe('the short link', () => {
  test.each([
    ['/s/g2guA', 'cloudreve%3A%2F%2Fg2guA%40share'],
    ['/s/g2guA/gcqzfaze', 'cloudreve%3A%2F%2Fg2guA%3Agcqzfaze%40share'],
    ['/s/none/wrong', 'cloudreve%3A%2F%2Fnone%3Awrong%40share'],
    ['/s/g2guA?path=a/b', 'cloudreve%3A%2F%2Fg2guA%40share%2Fa%2Fb'],
    ['/s/g2guA?path=%2Fa', 'cloudreve%3A%2F%2Fg2guA%40share%2Fa'],
    ['/s/g2guA?x=1&path=a&x=2', 'cloudreve%3A%2F%2Fg2guA%40share%2Fa&x=1&x=2'],
  ])('%s leads to the share in the front end, unchecked', async (path, target) => {
    const { status, headers } = await cloudreveMock().ask(`GET ${path}`, anonymous);
    expect([status, headers.get('location')]).toEqual([302, `${SITE}/home?path=${target}`]);
  });

  test('that a share has leads to it, in its own sandbox', async () => {
    const { ask } = cloudreveMock();
    const { body } = await ask('PUT /api/v4/share', {
      sandbox: 'mine',
      body: { uri: 'cloudreve://my/a', is_private: true, password: 'pw1' },
    });
    expect(body.data).toMatch(/^http:\/\/mock\.test\/~mine\/cloudreve\/s\/\w{5}\/pw1$/);
    expect((await ask(`GET ${body.data}`)).status).toBe(302);
  });

  test('looks at no token', async () => {
    const refresh = bearer({ token_type: 'refresh' });
    expect((await cloudreveMock().ask('GET /s/g2guA', refresh)).status).toBe(302);
  });
});

describe('the page that a short link leads to', () => {
  async function open(path: string, settle?: (mock: ReturnType<typeof cloudreveMock>) => void) {
    const mock = cloudreveMock();
    const body = {
      uri: 'cloudreve://my/a%20%26%20b.txt',
      is_private: true,
      password: 'pw1',
      expire: 60,
    };
    const { data } = (await mock.ask('PUT /api/v4/share', { body })).body;
    const [, id] = /\/s\/(\w+)\//.exec(data) ?? [];
    settle?.(mock);
    const link = await mock.ask(`GET ${path.replace('{id}', `${id}`)}`, anonymous);
    const page = await mock.ask(`GET http://mock.test${link.headers.get('location')}`, anonymous);
    return [page.status, /<p>(.*)<\/p>/.exec(page.body)?.[1]];
  }

  test('shows the file, its name written as text', async () => {
    expect(await open('/s/{id}/pw1')).toEqual([200, 'a &amp; b.txt']);
  });

  test.each([
    ['/s/{id}', 200, 'A password is needed.'],
    ['/s/{id}/wrong', 200, 'A password is needed.'],
    ['/s/nonfA', 404, 'Share not found'],
  ])('of %s answers %i: %s', async (path, status, text) => {
    expect(await open(path)).toEqual([status, text]);
  });

  test('says that a share has expired', async () => {
    const page = await open('/s/{id}/pw1', ({ advance }) => advance(60_000));
    expect(page).toEqual([404, 'Share link expired']);
  });
});

describe('the preview for a crawler', () => {
  const crawler = { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Twitterbot/1.0)' } };
  const metaOf = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)].map((found) =>
        found.slice(1),
      ),
    );

  test.each([
    ['a folder', { uri: 'cloudreve://my/Docs' }, 'Docs', 'Folder · Luke Skywalker'],
    [
      'a locked file',
      { uri: 'cloudreve://my/a%20%3C.txt', is_private: true },
      'a &lt;.txt',
      'Cloudreve · Luke Skywalker',
    ],
    [
      'an expired link',
      { uri: 'cloudreve://my/Docs', expire: 9e10 },
      'Cloudreve',
      'Share link expired',
    ],
  ])('of %s says what it is', async (_what, body, title, description) => {
    const { ask } = cloudreveMock();
    const { data } = (await ask('PUT /api/v4/share', { body })).body;
    const path = /\/s\/\w+/.exec(data)?.[0] ?? '';
    const answer = await ask(`GET ${path}`, crawler);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
    expect(metaOf(answer.body)).toMatchObject({
      'og:title': title,
      'og:description': description,
      'og:url': `http://mock.test/cloudreve${path}`,
      'twitter:title': title,
    });
  });

  test('of an unknown link says so, at the front end too', async () => {
    const { ask } = cloudreveMock();
    for (const path of ['/s/zzzzz', '/home?path=cloudreve%3A%2F%2Fzzzzz%40share']) {
      const { body } = await ask(`GET ${path}`, crawler);
      expect(metaOf(body)).toMatchObject({ 'og:description': 'Invalid Link' });
    }
  });
});

describe('HEAD', () => {
  test.each(['/s/g2guA', '/api/v4/share/info/g2guA', '/api/v4/share?page_size=10'])(
    'of %s is not found: the server has no such method',
    async (path) => {
      expect((await cloudreveMock().ask(`HEAD ${path}`)).status).toBe(404);
    },
  );
});

describe('a slash in an escape', () => {
  test('separates segments', async () => {
    const { ask } = cloudreveMock();
    const { headers } = await ask('GET /s/a%2Fb', anonymous);
    expect(headers.get('location')).toBe('/cloudreve/home?path=cloudreve%3A%2F%2Fa%3Ab%40share');
    expect((await ask('GET /api/v4/share/info/a%2Fb')).status).toBe(404);
  });
});

describe('a slash too many', () => {
  test.each([
    ['GET /share/', 301, '/share'],
    ['GET /share/?page_size=10', 301, '/share?page_size=10'],
    ['PUT /share/', 307, '/share'],
    ['DELETE /share/', 307, '/share'],
    ['GET /share/info/g2guA/', 301, '/share/info/g2guA'],
    ['POST /share/g2guA/', 307, '/share/g2guA'],
    ['DELETE /share/g2guA/', 307, '/share/g2guA'],
    ['GET /user/shares/lpua/', 301, '/user/shares/lpua'],
    ['POST /session/token/', 307, '/session/token'],
    ['DELETE /session/token/', 307, '/session/token'],
    ['POST /session/token/2fa/', 307, '/session/token/2fa'],
    ['POST /session/token/refresh/', 307, '/session/token/refresh'],
  ])('is redirected: %s', async (request, status, target) => {
    const answer = await cloudreveMock().ask(request.replace(' ', ' /api/v4'));
    expect([answer.status, answer.headers.get('location')]).toEqual([
      status,
      `${SITE}/api/v4${target}`,
    ]);
  });

  test('is a 404 of text for another method', async () => {
    const { status, body } = await cloudreveMock().ask('PATCH /api/v4/share/');
    expect([status, body]).toEqual([404, '404 page not found']);
  });
});
