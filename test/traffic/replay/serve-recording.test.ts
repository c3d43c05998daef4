import { describe, expect, onTestFinished, test } from 'vitest';
import { readArchive } from '../../../src/har/read-archive.ts';
import { readExchange } from '../../../src/traffic/exchange.ts';
import { listRecorded } from '../../../src/traffic/replay/recorded-request.ts';
import { serveRecording } from '../../../src/traffic/replay/serve-recording.ts';

interface Entry {
  readonly method?: string;
  readonly url: string;
  readonly sent?: string;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: object;
}

/** Serves entries of an archive, and gives the URL of the server and what it logs. */
async function serve(entries: readonly Entry[], server?: string) {
  const text = JSON.stringify({
    log: {
      entries: entries.map(
        ({ method = 'GET', url, sent, type = 'application/json', ...answer }) => ({
          request: {
            method,
            url,
            headers: [{ name: ':authority', value: 'a' }],
            ...(sent !== undefined && { postData: { mimeType: type, text: sent } }),
          },
          response: {
            status: answer.status ?? 200,
            headers: Object.entries(answer.headers ?? {}).map(([name, value]) => ({ name, value })),
            content: answer.content ?? { size: 2, mimeType: 'application/json', text: '{}' },
          },
        }),
      ),
    },
  });
  const exchanges = readArchive('a.har', text).entries.flatMap((one) => readExchange(one) ?? []);
  const lines: string[] = [];
  const recorded = listRecorded(exchanges, server);
  const options = { recorded, port: 0, host: '127.0.0.1', log: (line: string) => lines.push(line) };
  const { url, close } = await serveRecording(options);
  onTestFinished(close);
  return { url, lines };
}

const said = (text: string) => ({ size: text.length, mimeType: 'application/json', text });

describe('serveRecording', () => {
  test('gives several answers to one request in their order, and then the last', async () => {
    const { url, lines } = await serve(
      ['1', '2', '3'].map((text) => ({ url: 'https://a.test/n', content: said(text) })),
    );
    const got = [];
    for (let at = 0; at < 4; at += 1) got.push(await (await fetch(`${url}/n`)).text());
    expect(got).toEqual(['1', '2', '3', '3']);
    expect(lines).toEqual(Array.from({ length: 4 }, () => 'GET /n 200'));
  });

  test.each<[what: string, recorded: Entry, path: string, init: RequestInit, isSame: boolean]>([
    [
      'the query in another order',
      { url: 'https://a.test/n?a=1&b=2&a=3' },
      '/n?b=2&a=3&a=1',
      {},
      true,
    ],
    ['another value of the query', { url: 'https://a.test/n?a=1' }, '/n?a=2', {}, false],
    ['one more parameter', { url: 'https://a.test/n?a=1' }, '/n?a=1&b=2', {}, false],
    ['another method', { url: 'https://a.test/n' }, '/n', { method: 'DELETE' }, false],
    ['HEAD for what was got', { url: 'https://a.test/n' }, '/n', { method: 'HEAD' }, true],
    ['a masked segment', { url: 'https://a.test/s/***/x' }, '/s/t0ken/x', {}, true],
    [
      'a masked parameter beside others',
      { url: 'https://a.test/n?t=***&t=1' },
      '/n?t=1&t=abc',
      {},
      true,
    ],
    [
      'the same JSON in another order',
      { method: 'POST', url: 'https://a.test/n', sent: '{"a":1,"b":[2]}' },
      '/n',
      { method: 'POST', body: '{"b":[2], "a":1}' },
      true,
    ],
    [
      'other JSON',
      { method: 'POST', url: 'https://a.test/n', sent: '{"a":1}' },
      '/n',
      { method: 'POST', body: '{"a":2}' },
      false,
    ],
    [
      'a masked member',
      { method: 'POST', url: 'https://a.test/n', sent: '{"password":"***"}' },
      '/n',
      { method: 'POST', body: '{"password":{"x":1}}' },
      true,
    ],
    [
      'a form in another order',
      {
        method: 'POST',
        url: 'https://a.test/n',
        sent: 'a=1&b=***',
        type: 'application/x-www-form-urlencoded',
      },
      '/n',
      { method: 'POST', body: 'b=x&a=1' },
      true,
    ],
    [
      'no body where one was',
      { method: 'POST', url: 'https://a.test/n', sent: '{"a":1}' },
      '/n',
      { method: 'POST' },
      false,
    ],
    [
      'another text',
      { method: 'POST', url: 'https://a.test/n', sent: 'a', type: 'text/plain' },
      '/n',
      { method: 'POST', body: 'b' },
      false,
    ],
  ])('knows %s', async (_what, entry, path, init, isSame) => {
    const { url } = await serve([entry]);
    expect((await fetch(url + path, init)).status).toBe(isSame ? 200 : 404);
  });

  test('takes parts for the same, whatever separates them', async () => {
    const recorded = '--A\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--A--\r\n';
    const { url } = await serve([
      {
        method: 'POST',
        url: 'https://a.test/n',
        sent: recorded,
        type: 'multipart/form-data; boundary=A',
      },
    ]);
    const ask = async (value: string) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=B' };
      const body = recorded.replaceAll('--A', '--B').replace('1', value);
      return (await fetch(`${url}/n`, { method: 'POST', headers, body })).status;
    };
    expect([await ask('1'), await ask('2')]).toEqual([200, 404]);
  });

  test('names the nearest recorded requests of one that was not recorded', async () => {
    const { url } = await serve([
      { url: 'https://a.test/other' },
      { method: 'POST', url: 'https://a.test/n?a=1', sent: '{"x":"a"}' },
    ]);
    const answer = await fetch(`${url}/n?a=1`, { method: 'POST', body: '{"x":"b"}' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 404,
      detail:
        'No POST /n?a=1 was recorded. Nearest is POST /n?a=1, with another body at /x: recorded string "a", got string "b".',
      nearest: [{ target: '/n?a=1' }, { target: '/other' }],
    });
  });

  test('gives headers and bytes as they were, but for what is of one connection', async () => {
    const bytes = Buffer.from([0, 255, 1]);
    const headers = {
      'X-Own': 'a',
      'Content-Encoding': 'gzip',
      'Transfer-Encoding': 'chunked',
      'Content-Length': '99',
      Location: 'https://a.test/next',
    };
    const content = {
      size: 3,
      mimeType: 'image/png',
      text: bytes.toString('base64'),
      encoding: 'base64',
    };
    const { url } = await serve([{ url: 'https://a.test/n', status: 201, headers, content }]);
    const answer = await fetch(`${url}/n`);
    expect(answer.status).toBe(201);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    const got = Object.fromEntries(answer.headers);
    expect(got).toMatchObject({ 'x-own': 'a', 'content-length': '3', 'content-type': 'image/png' });
    expect(got).not.toHaveProperty('content-encoding');
    // A client that follows it stays at the replay.
    expect(got.location).toBe('/next');
  });

  test('serves what was recorded below the URL of a server at the root as well', async () => {
    const { url } = await serve([{ url: 'https://a.test/api/n' }], 'https://a.test/api/');
    const statuses = await Promise.all(
      ['/n', '/api/n', '/m'].map(async (path) => (await fetch(url + path)).status),
    );
    expect(statuses).toEqual([200, 200, 404]);
  });

  test('answers 502 for a recorded header that cannot be sent', async () => {
    const { url } = await serve([{ url: 'https://a.test/n', headers: { 'x-bad': 'a\nb' } }]);
    expect((await fetch(`${url}/n`)).status).toBe(502);
  });

  test('leaves out what has no answer, or one whose body is not known', async () => {
    const { url } = await serve([
      { url: 'https://a.test/aborted', status: 0 },
      { url: 'https://a.test/cut', content: { size: 99, mimeType: 'text/html' } },
    ]);
    expect((await fetch(`${url}/aborted`)).status).toBe(404);
    expect(await (await fetch(`${url}/cut`)).json()).toMatchObject({
      detail: 'No GET /cut was recorded. Nothing was recorded that could be served.',
    });
  });
});
