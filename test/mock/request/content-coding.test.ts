import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { createMock, type Mock } from '../../../src/mock/create-mock.ts';
import { exportHar } from '../../../src/mock/journal/export-har.ts';
import { contractOf } from '../../support/test-contract.ts';

const schema = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, password: { type: 'string' } },
};
const requestBody = { required: true, content: { 'application/json': { schema } } };
const post = { requestBody, responses: { 204: { description: 'Taken.' } } };
const contract = contractOf({ paths: { '/': { post } } });
const LIMIT = 1000;
const GOOD = JSON.stringify({ name: 'ä'.repeat(100), password: 'hunter2' });
const BAD = JSON.stringify({ nam: 'a' });

const ENCODERS: [coding: string, encode: (text: string | Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['gzip, br', (text) => brotliCompressSync(gzipSync(text))],
  ['identity', (text) => Buffer.from(text)],
  ['', (text) => Buffer.from(text)],
];

type Send = (body: Buffer, coding: string) => Promise<Response>;

/** The two doors of a mock: its `fetch`, and a port. */
async function open(door: 'fetch' | 'port'): Promise<{ mock: Mock; send: Send }> {
  const mock = createMock({ apis: [{ name: 'test', mount: '', contract }], bodyLimit: LIMIT });
  onTestFinished(mock.close);
  const url = door === 'fetch' ? 'http://mock.test' : (await mock.listen()).url;
  const ask = door === 'fetch' ? mock.fetch : fetch;
  const send: Send = (body, coding) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': coding };
    return ask(new Request(`${url}/`, { method: 'POST', headers, body: new Uint8Array(body) }));
  };
  return { mock, send };
}

describe.each(['fetch', 'port'] as const)('a body with a content coding, by %s', (door) => {
  test.each(ENCODERS)('is checked behind %j', async (coding, encode) => {
    const { send } = await open(door);
    expect((await send(encode(GOOD), coding)).status).toBe(204);
    const refused = await send(encode(BAD), coding);
    expect([refused.status, refused.headers.get('accept-encoding')]).toEqual([422, null]);
  });

  test('is known to journal and HAR as it was decoded, with secrets masked', async () => {
    const { mock, send } = await open(door);
    await send(brotliCompressSync(GOOD), 'br');
    const { entries } = mock.sandboxes.open('default').journal;
    const { request } = exportHar(entries()).log.entries[0] ?? {};
    expect(JSON.parse(request?.postData?.text ?? '')).toEqual({
      name: 'ä'.repeat(100),
      password: '***',
    });
  });

  test('is refused by the name of a coding that is not known', async () => {
    const { send } = await open(door);
    const refused = await send(gzipSync(GOOD), 'gzip, compress');
    expect(refused.status).toBe(415);
    expect(refused.headers.get('accept-encoding')).toBe('gzip, x-gzip, deflate, br, zstd');
    expect(JSON.parse(refused.headers.get('x-mock-violations') ?? '')).toMatchObject([
      { pointer: '/content-encoding', found: 'compress' },
    ]);
  });

  test.each(ENCODERS.slice(0, 7))('is refused where it is damaged: %s', async (coding, encode) => {
    const { send } = await open(door);
    expect((await send(encode(GOOD).subarray(0, -1), coding)).status).toBe(400);
    expect((await send(Buffer.from(GOOD), coding)).status).toBe(400);
  });

  test.each(ENCODERS.slice(0, 7))('hides no bomb: %s', async (coding, encode) => {
    const { send } = await open(door);
    expect((await send(encode(Buffer.alloc(100_000)), coding)).status).toBe(413);
  });

  test('that could not be undone is not known to the journal', async () => {
    const { mock, send } = await open(door);
    await send(Buffer.from(GOOD), 'gzip');
    await send(Buffer.from(GOOD), 'compress');
    const { entries } = exportHar(mock.sandboxes.open('default').journal.entries()).log;
    expect(entries.map(({ request }) => request.postData?.text ?? '')).toEqual(['', '']);
  });
});

test('a body of another type is refused without a word about content codings', async () => {
  const mock = createMock({ apis: [{ name: 'test', mount: '', contract }] });
  const headers = { 'content-type': 'text/plain', 'content-encoding': 'gzip' };
  const body = new Uint8Array(gzipSync('a'));
  const refused = await mock.fetch(
    new Request('http://mock.test/', { method: 'POST', headers, body }),
  );
  expect([refused.status, refused.headers.get('accept-encoding')]).toEqual([415, null]);
});

test.each(await loadProject())('$name tells which content codings it knows', async (api) => {
  const mock = createMock({ apis: [api] });
  const operation = api.contract.operations.find(({ body }) => (body?.content.length ?? 0) > 0);
  const path = operation?.path.replaceAll(/\{\w+\}/g, '01JVVJNAVTB19FN3F7W1NHBPT6');
  const headers = {
    authorization: 'Bearer x',
    'content-type': operation?.body?.content[0]?.type ?? '',
    'content-encoding': 'compress',
  };
  const target = `http://mock.test${api.mount}${path}?apikey=x&ticket=y`;
  const refused = await mock.fetch(
    new Request(target, { method: operation?.method ?? '', headers, body: '{}' }),
  );
  expect(refused.headers.get('accept-encoding')).toContain('gzip, ');
});
