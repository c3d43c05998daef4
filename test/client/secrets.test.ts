import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  apiKey,
  basic,
  bearer,
  type ClientOptions,
  refreshingBearer,
} from '../../src/client/index.ts';
import { serve, show, thrownBy } from './serve.ts';

const CREDENTIALS = [
  bearer('s3cret-token'),
  apiKey({ in: 'query', name: 'key', value: 's3cret-key' }),
  apiKey({ in: 'header', name: 'x-key', value: 's3cret-header' }),
  apiKey({ in: 'cookie', name: 'key', value: 's3cret-cookie' }),
];
const INPUT = { path: { id: 's3cret-id' }, query: { q: 's3cret-query' } };
const BROKEN = 's3cret-a\ns3cret-b';
const SETTINGS = 'URL or settings cannot be sent';

const found = () => Response.json({ name: 'A' });
const never = () => new Promise<Response>(() => undefined);

describe('an error has nothing that is secret', () => {
  test.each<
    [name: string, what: string, options: Partial<ClientOptions>, input: object, text: string]
  >([
    [
      'TimeoutError',
      'no answer in time',
      { middleware: CREDENTIALS, fetch: never, timeout: 5 },
      {},
      'no answer in time',
    ],
    [
      'AbortError',
      'a call that was aborted',
      { middleware: CREDENTIALS },
      { signal: AbortSignal.abort() },
      'aborted',
    ],
    ['RequestError', 'a base URL that is none', { baseUrl: 's3cret-url' }, {}, SETTINGS],
    [
      'RequestError',
      'a base URL with a password',
      { baseUrl: 'http://user:s3cret-word@a.test' },
      {},
      SETTINGS,
    ],
    [
      'RequestError',
      'a bearer token of two lines',
      { middleware: [bearer(BROKEN)] },
      {},
      'header "authorization" cannot be sent',
    ],
    [
      'RequestError',
      'a renewed token of two lines',
      { middleware: [refreshingBearer({ token: () => BROKEN, refresh: () => BROKEN })] },
      {},
      'header "authorization" cannot be sent',
    ],
    [
      'RequestError',
      'an API key of two lines',
      { middleware: [apiKey({ in: 'header', name: 'x-key', value: BROKEN })] },
      {},
      'header "x-key" cannot be sent',
    ],
    ['RequestError', 'a header of two lines', {}, { headers: { 'x-a': BROKEN } }, SETTINGS],
    [
      'RequestError',
      'a header whose name has a space',
      { headers: { 'x a': 's3cret' } },
      {},
      SETTINGS,
    ],
    [
      'RequestError',
      'a path that leads elsewhere',
      {},
      { path: { id: '..' } },
      'path parameter "id": expected a value, found ".."',
    ],
    [
      'RequestError',
      'a body of a GET',
      { middleware: [basic('s3cret-name', 's3cret-word')] },
      { body: { a: 's3cret-body' } },
      SETTINGS,
    ],
  ])('%s of %s', async (name, _, options, input, text) => {
    const { client } = serve(found, options);
    const outcome = await client.send(show().route, { ...INPUT, ...input });
    if (outcome.ok) throw new Error('expected an error, found none');
    expect([outcome.error.name, outcome.error.message]).toEqual([
      name,
      expect.stringContaining(text),
    ]);
    expect(inspect(outcome.error, { depth: 10, showHidden: true })).not.toContain('s3cret');
    expect(JSON.stringify({ ...outcome.error })).not.toContain('s3cret');
  });

  test('of the network, with the fetch of Node', async () => {
    const { client } = serve((request) => fetch(request), {
      baseUrl: 'http://127.0.0.1:9/s3cret-base',
      middleware: CREDENTIALS,
    });
    const error = await thrownBy(show()(client, INPUT));
    expect(error).toMatchObject({ name: 'NetworkError' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cret');
  });
});
