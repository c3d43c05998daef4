import { describe, expect, test } from 'vitest';
import { writeCurl, writeCurlOf } from '../../../src/console/text/write-curl.ts';

const request = {
  id: 1,
  kind: 'request',
  at: '',
  api: null,
  operation: null,
  method: 'POST',
  url: "http://mock.test/it's",
  status: 200,
  milliseconds: 1,
  violations: [],
  request: {
    headers: [
      { name: 'Host', value: 'mock.test' },
      { name: 'Sec-Fetch-Mode', value: 'cors' },
      { name: 'X-Note', value: "it's $(rm)" },
    ],
    body: '{"a":"\'"}',
    size: 9,
    isCut: false,
  },
  response: null,
} as const;

describe('writeCurl', () => {
  test('quotes for the shell, and leaves out what belongs to a connection', () => {
    const entry = {
      ...request,
      violations: [],
      request: { ...request.request, headers: [...request.request.headers] },
    };
    expect(writeCurl(entry)).toBe(
      `curl -X POST -H 'X-Note: it'\\''s $(rm)' -d '{"a":"'\\''"}' 'http://mock.test/it'\\''s'`,
    );
  });

  test.each([
    ['GET', '', "curl -H 'A: b' 'http://mock.test/'"],
    ['HEAD', '', "curl --head -H 'A: b' 'http://mock.test/'"],
    ['PUT', 'x', "curl -X PUT -H 'A: b' -d 'x' 'http://mock.test/'"],
  ])('writes a form that sends %s', (method, body, command) => {
    expect(writeCurlOf({ method, body, url: 'http://mock.test/', headers: 'A: b\n\n' })).toBe(
      command,
    );
  });
});
