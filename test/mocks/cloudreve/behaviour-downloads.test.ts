import { describe, expect, test } from 'vitest';
import type { AskOptions } from '../../support/sandbox-mock.ts';
import { asAdmin, type CloudreveMock, failure, HOUR } from './cloudreve-mock.ts';
import {
  asAlice,
  asBob,
  asNobody,
  fileOf,
  recorded,
  recordedMock,
  shareOf,
} from './recorded-world.ts';

const URL = 'POST /file/url';
const REPORT = 'cloudreve://qlSa@share/report.pdf';
const MINUTE = 60_000;

/** Asks for addresses of files. */
const ask = (
  { call }: CloudreveMock,
  uris: readonly string[],
  options: object = {},
  who = asNobody,
) => call(URL, { ...who, body: { uris, ...options } });

/** Answers the counts of a share as its owner sees them. */
async function countsOf({ call }: CloudreveMock, id: string) {
  const { data } = await call('GET /share?page_size=100', asAlice);
  const share = data.shares.find((each: { id: string }) => each.id === id);
  return [share.downloaded ?? 0, share.remain_downloads];
}

describe('createFileUrls', () => {
  test.each<[example: string, uri: string, options: object, who: AskOptions]>([
    ['download', REPORT, { download: true }, asNobody],
    ['preview', 'cloudreve://BQUP@share/a.txt', {}, asBob],
  ])('answers the recorded %s but for its signature', async (example, uri, options, who) => {
    const mock = recordedMock();
    const { data } = await recorded(mock, URL, example);
    const answer = await mock.call(URL, { ...who, body: { uris: [uri], ...options } });
    expect(unsigned(answer)).toEqual(unsigned({ code: 0, data, msg: '' }));
    expect(answer.data.expires).toBe('2025-06-10T17:16:39+08:00');
    expect(answer.data.urls[0].url).toMatch(/sign=[\w-]{43}%3D%3A1749546999$/);
  });

  test.each<[example: string, uri: string, options: object]>([
    ['url-password-incorrect', 'cloudreve://g6sp:x@share/a.txt', {}],
    ['url-file-missing', 'cloudreve://BQUP@share/nope', {}],
    ['url-of-folder', 'cloudreve://BQUP@share/Sub', {}],
  ])('answers the recorded failure %s', async (example, uri, options) => {
    const mock = recordedMock();
    const expected = await recorded(mock, URL, example);
    const answer = await ask(mock, [uri], options);
    expect(sameId(answer)).toEqual(sameId(expected));
    expect(Object.keys(answer)).toEqual(Object.keys(expected));
  });

  test('counts downloads until the limit, and then answers the recorded failure', async () => {
    const mock = recordedMock();
    expect(await countsOf(mock, 'qlSa')).toEqual([0, 2]);
    expect((await ask(mock, [REPORT], { download: true })).code).toBe(0);
    expect(await countsOf(mock, 'qlSa')).toEqual([1, 1]);
    expect((await ask(mock, [REPORT], { download: true, redirect: true })).code).toBeUndefined();
    expect(await countsOf(mock, 'qlSa')).toEqual([2, 0]);
    const expected = await recorded(mock, URL, 'url-share-used-up');
    expect(sameId(await ask(mock, [REPORT], { download: true }))).toEqual(sameId(expected));
    expect(await countsOf(mock, 'qlSa')).toEqual([2, 0]);
    expect((await mock.call('GET /share/info/qlSa')).msg).toBe('Share link expired');
  });

  test.each<[what: string, uri: string, options: object, who: AskOptions]>([
    ['a preview', REPORT, {}, asNobody],
    ['a download', REPORT, { download: true }, asBob],
    ['one of the owner', REPORT, {}, asAlice],
    ['one of a redirect', REPORT, { redirect: true }, asBob],
  ])('counts %s', async (_what, uri, options, who) => {
    const mock = recordedMock();
    await mock.call(URL, { ...who, body: { uris: [uri], ...options } });
    expect(await countsOf(mock, 'qlSa')).toEqual([1, 1]);
  });

  test('counts each file, and without a limit only that', async () => {
    const mock = recordedMock();
    const { data } = await ask(
      mock,
      ['a.txt', 'Sub/b.md'].map((name) => `cloudreve://BQUP@share/${name}`),
    );
    expect(data.urls).toHaveLength(2);
    expect(await countsOf(mock, 'BQUP')).toEqual([2, undefined]);
  });

  test('counts what worked although something else failed', async () => {
    const mock = recordedMock();
    const answer = await ask(mock, [REPORT, 'cloudreve://BQUP@share/nope', REPORT, REPORT]);
    expect(answer).toMatchObject({ code: 40081, msg: 'One or more operation failed' });
    expect(Object.keys(answer.aggregated_error)).toEqual(['cloudreve://BQUP@share/nope', REPORT]);
    expect(await countsOf(mock, 'qlSa')).toEqual([2, 0]);
  });

  test.each([
    ['The Man.mp3', 'The%20Man.mp3'],
    [
      'Taylor Swift - Untouchable (Taylor’s Version).mp3',
      'Taylor%20Swift%20-%20Untouchable%20%28Taylor%E2%80%99s%20Version%29.mp3',
    ],
    ["a&b=c+d:e@f$g!h*i'j,k;l#m?n%o.txt", 'a&b=c+d:e@f$g%21h%2Ai%27j%2Ck%3Bl%23m%3Fn%25o.txt'],
  ])(
    'names the file %s in its address as the server does, and finds it there',
    async (name, path) => {
      const uri = encodeURIComponent(name);
      const mock = recordedMock({
        files: [fileOf(uri, { size: 5, entity: 'eNt1' })],
        shares: [shareOf('nEw1', `/${uri}`)],
      });
      const { data } = await ask(mock, [`cloudreve://nEw1@share/${uri}`]);
      expect(data.urls[0].url).toContain(`/file/content/eNt1/0/${path}?sign=`);
      expect((await mock.ask(`GET ${data.urls[0].url}`, asNobody)).body).toHaveLength(5);
    },
  );

  test('names the same failure once', async () => {
    const uri = 'cloudreve://BQUP@share/nope';
    const one = await ask(recordedMock(), [uri]);
    expect(sameId(await ask(recordedMock(), [uri, uri]))).toEqual(sameId(one));
  });

  test('names a failure by the URI in the spelling of the server', async () => {
    const answer = await ask(recordedMock(), ['CLOUDREVE://BQUP@share/Sp ace/ü/']);
    expect(Object.keys(answer.aggregated_error)).toEqual([
      'cloudreve://BQUP@share/Sp%20ace/%C3%BC',
    ]);
  });

  test('gives the owner addresses of own files, which count nowhere', async () => {
    const mock = recordedMock();
    const { data } = await ask(mock, ['cloudreve://my/report.pdf'], {}, asAlice);
    expect(data.urls[0].url).toContain('/file/content/l7U5/0/report.pdf?sign=');
    expect(await countsOf(mock, 'qlSa')).toEqual([0, 2]);
    const refused = await ask(mock, ['cloudreve://my/report.pdf']);
    expect(Object.values(refused.aggregated_error)).toMatchObject([{ msg: 'Login required' }]);
  });

  test.each([
    ['a single URI', [REPORT], 302],
    ['several', [REPORT, 'cloudreve://BQUP@share/a.txt'], 200],
  ])('redirects for %s or not', async (_what, uris, status) => {
    const answer = await recordedMock().ask('POST /api/v4/file/url', {
      ...asNobody,
      body: { uris, redirect: true },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const location = answer.headers.get('location') ?? '';
    if (status === 302) expect(location).toMatch(/\/file\/content\/l7U5\/0\/report.pdf\?sign=/);
    else expect(location).toBe('');
  });

  test('answers a failure in place of a redirect', async () => {
    const answer = await ask(recordedMock(), ['cloudreve://BQUP@share/nope'], { redirect: true });
    expect(answer.code).toBe(40081);
  });

  test.each([
    ['l7U5', 0],
    ['', 0],
    ['2Au4', 40081],
  ])('takes the content %j where it is that of the file', async (entity, code) => {
    expect((await ask(recordedMock(), [REPORT], { entity })).code).toBe(code);
  });

  test('gives nobody an archive who may not have one', async () => {
    const mock = recordedMock();
    const expected = await recorded(mock, URL, 'archive-not-allowed');
    for (const who of [asBob, asNobody]) {
      const answer = await ask(mock, ['cloudreve://BQUP@share/Sub'], { archive: true }, who);
      expect(sameId(answer)).toEqual(sameId(expected));
    }
  });

  test('gives administrators the address of an archive, for ten minutes, uncounted', async () => {
    const mock = recordedMock();
    const { data } = await ask(mock, ['cloudreve://BQUP@share/Sub'], { archive: true }, asAdmin);
    expect(data.urls).toHaveLength(1);
    expect(data.urls[0].url).toMatch(
      /\/api\/v4\/file\/archive\/[\da-f-]{36}\/archive\.zip\?sign=[\w-]{43}%3D%3A1749543999$/,
    );
    expect(data.expires).toBe('2025-06-10T16:26:39+08:00');
    expect(await countsOf(mock, 'BQUP')).toEqual([0, undefined]);
  });

  test.each([
    [{}, { code: 40001, msg: 'Uris cannot be empty' }],
    [{ uris: 'a' }, { code: 40001, msg: 'JSON marshall error' }],
    [{ uris: ['a'] }, failure(40001, 'unknown uri')],
    [{ uris: [''] }, failure(40001, 'unknown uri')],
    [{ uris: [REPORT, 'x://a'], archive: true }, failure(40001, 'unknown uri')],
    [{ uris: [] }, { code: 0, data: { urls: [], expires: null }, msg: '' }],
  ])('answers the body %j', async (body, answer) => {
    expect(await recordedMock().call(URL, { ...asNobody, body })).toEqual(answer);
  });
});

describe('createFileUrls of many files', () => {
  const missing = (count: number) =>
    Array.from({ length: count }, (_, index) => `cloudreve://BQUP@share/${index}`);

  test.each([
    [3000, 40081, 'One or more operation failed'],
    [3001, 40074, 'Maximum allowed batch size: 3000'],
  ])('answers %i with %i', async (count, code, msg) => {
    expect(await ask(recordedMock(), missing(count))).toMatchObject({ code, msg });
  });
});

describe('getFileContent', () => {
  const open = async (mock: CloudreveMock, uri: string, options: object = {}) => {
    const { data } = await ask(mock, [uri], options);
    return mock.ask(`GET ${data.urls[0].url}`, asNobody);
  };

  test('answers as many bytes as the file has, and the same each time', async () => {
    const mock = recordedMock();
    const { status, headers, body } = await open(mock, REPORT);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=86400',
      'content-type': 'application/pdf',
    });
    expect(headers.has('content-disposition')).toBe(false);
    expect(body).toHaveLength(2048);
    expect((await open(mock, REPORT)).body).toBe(body);
  });

  test('answers nothing for an empty file', async () => {
    const { headers, body } = await open(recordedMock(), 'cloudreve://BQUP@share/a.txt');
    expect([headers.get('content-type'), body]).toEqual(['text/plain; charset=utf-8', '']);
  });

  test.each([
    ['1.json', 'application/json'],
    ['A.PDF', 'application/pdf'],
    ['a.svg', 'image/svg+xml'],
    ['a.xml', 'text/xml; charset=utf-8'],
    ['a.tar.xyz', 'application/octet-stream'],
    ['json', 'application/octet-stream'],
    ['.png', 'image/png'],
    ['ü ö%#?1.txt', 'text/plain; charset=utf-8'],
    ['constructor.constructor', 'application/octet-stream'],
  ])('answers %s as %s', async (name, type) => {
    const uri = encodeURIComponent(name);
    const mock = recordedMock({
      files: [fileOf(uri, { size: 1, entity: 'eNt1' })],
      shares: [shareOf('nEw1', `/${uri}`)],
    });
    const { data } = await ask(mock, [`cloudreve://nEw1@share/${uri}`]);
    const { headers } = await mock.ask(`GET ${data.urls[0].url}`, asNobody);
    expect(headers.get('content-type')).toBe(type);
  });

  test.each([
    ['a.txt', 'attachment; filename="a.txt"'],
    ['a b.txt', 'attachment; filename="a b.txt"'],
    ['ü "1".txt', `attachment; filename="_ _1_.txt"; filename*=UTF-8''%C3%BC+%221%22.txt`],
  ])('names the download of %s', async (name, disposition) => {
    const uri = encodeURIComponent(name);
    const mock = recordedMock({
      files: [fileOf(uri, { size: 5 })],
      shares: [shareOf('nEw1', `/${uri}`)],
    });
    const { headers } = await open(mock, `cloudreve://nEw1@share/${uri}`, { download: true });
    expect(headers.get('content-disposition')).toBe(disposition);
  });

  test('needs no more than its address, until an hour later', async () => {
    const mock = recordedMock();
    const { data } = await ask(mock, [REPORT]);
    await mock.call('DELETE /share/qlSa', asAlice);
    const request = `GET ${data.urls[0].url}`;
    mock.advance(HOUR);
    expect((await mock.ask(request, asNobody)).body).toHaveLength(2048);
    mock.advance(1000);
    expect((await mock.ask(request, asNobody)).body).toEqual(failure(40071, 'sign expired'));
  });

  test.each<[what: string, change: (url: string) => string]>([
    ['without a signature', (url) => url.replace(/\?.*/, '')],
    ['with another signature', (url) => url.replace(/sign=./, 'sign=-')],
    ['with a longer time', (url) => url.replace(/%3A1/, '%3A2')],
    ['with a time that is none', (url) => `${url}x`],
    ['for another name', (url) => url.replace('report', 'other')],
    ['for another content', (url) => url.replace('l7U5', '2Au4')],
    ['for another speed', (url) => url.replace('/0/', '/1/')],
  ])('refuses an address %s', async (_what, change) => {
    const mock = recordedMock();
    const { data } = await ask(mock, [REPORT]);
    const { body, headers } = await mock.ask(`GET ${change(data.urls[0].url)}`, asNobody);
    expect(body).toEqual(failure(40071, 'sign expired'));
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  test('refuses content that is gone', async () => {
    const mock = recordedMock();
    const { data } = await ask(mock, [REPORT]);
    mock.advance(MINUTE);
    const other = recordedMock({ files: [fileOf('report.pdf', { size: 1, entity: 'oThr' })] });
    const answer = await other.ask(`GET ${data.urls[0].url}`, asNobody);
    expect(answer.body).toEqual(failure(40077, 'Entity not exist'));
  });
});

/** Answer without what differs from one server and time to another. */
function unsigned(answer: object): unknown {
  return JSON.parse(
    JSON.stringify(answer)
      .replaceAll(/sign=[^"]+/g, 'sign=')
      .replace(/"expires":"[^"]+"/, '"expires":""'),
  );
}

/** Answer without its correlation ids, which have to be one and the same. */
function sameId(answer: object): unknown {
  const text = JSON.stringify(answer);
  const ids = new Set(Array.from(text.matchAll(/"correlation_id":"([^"]+)"/g), ([, id]) => id));
  expect(ids.size).toBe(1);
  return JSON.parse(text.replaceAll([...ids][0] ?? '', ''));
}
