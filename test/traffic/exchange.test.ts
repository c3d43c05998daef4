import { describe, expect, test } from 'vitest';
import { readArchive } from '../../src/har/read-archive.ts';
import { readExchange } from '../../src/traffic/exchange.ts';

const read = (request: object, response: object) => {
  const entries = [
    { request: { method: 'GET', url: 'https://a.test/n?x=1', ...request }, response },
  ];
  const [entry] = readArchive('a.har', JSON.stringify({ log: { entries } })).entries;
  if (entry === undefined) throw new Error('There is an entry.');
  return readExchange(entry);
};

describe('readExchange', () => {
  test('reads what Chrome writes: pseudo-headers, base64, null', () => {
    const exchange = read(
      {
        headers: [
          { name: ':authority', value: 'a.test' },
          { name: 'accept', value: '*/*' },
        ],
        postData: null,
      },
      {
        status: 200,
        headers: [{ name: 'content-encoding', value: 'br' }],
        content: { size: 3, mimeType: 'image/png', text: 'AP8B', encoding: 'base64' },
      },
    );
    expect(exchange).toEqual({
      method: 'GET',
      origin: 'https://a.test',
      path: '/n',
      query: 'x=1',
      request: { headers: [['accept', '*/*']], body: undefined, isUnknown: false },
      status: 200,
      response: {
        headers: [['content-type', 'image/png']],
        body: Buffer.from([0, 255, 1]),
        isUnknown: false,
      },
    });
  });

  test.each<[what: string, request: object, response: object, unknown: [boolean, boolean]]>([
    [
      'a form with files of which Chrome lists the fields alone',
      { postData: { mimeType: 'multipart/form-data', params: [] } },
      { status: 200 },
      [true, false],
    ],
    [
      'a body that Firefox left out',
      { bodySize: 9 },
      { status: 200, content: { size: 7, mimeType: 'a/b' } },
      [true, true],
    ],
    [
      'no body',
      { bodySize: 0 },
      { status: 204, bodySize: 0, content: { size: 0, mimeType: 'x-unknown' } },
      [false, false],
    ],
    ['an aborted request', {}, { status: 0, content: {} }, [false, false]],
    ['an aborted request without anything', { headers: null }, {}, [false, false]],
  ])('tells %s', (_what, request, response, unknown) => {
    const exchange = read(request, response);
    expect([exchange?.request.isUnknown, exchange?.response.isUnknown]).toEqual(unknown);
  });

  test.each(['data:text/plain,a', 'chrome-extension://a/b', 'nowhere'])('leaves out %s', (url) => {
    expect(read({ url }, { status: 200 })).toBeUndefined();
  });
});
