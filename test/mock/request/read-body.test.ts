import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Contract } from '../../../src/contract/model/contract.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { createTurns } from '../../../src/mock/http/take-turns.ts';
import { createProviderReading } from '../../../src/mock/request/provider-reading.ts';
import { readBody } from '../../../src/mock/request/read-body.ts';
import { httpRequest } from '../../support/http-request.ts';
import { contractWith } from '../../support/test-contract.ts';
import { mockOf } from '../../support/test-mock.ts';

/** How the bodies of a contract without provider code are read. */
function servedBy(contract: Contract, bodyLimit: number) {
  const checks = createContractChecks(contract);
  const reading = createProviderReading({}, checks.resolve);
  return { checks, reading, bodyLimit, takeTurn: createTurns(1) };
}

/** Sends a body to an operation that declares the given media types. */
function read(
  declared: readonly string[],
  body: string | undefined,
  contentType?: string,
  limit = 1000,
) {
  const content = Object.fromEntries(declared.map((type) => [type, {}]));
  const { contract, operation } = contractWith({ requestBody: { content } }, {}, 'post');
  const request = httpRequest('POST', {}, body);
  const headers = new Headers(contentType === undefined ? {} : { 'content-type': contentType });
  return readBody(request, headers, operation, servedBy(contract, limit));
}

describe('readBody', () => {
  test.each([
    ['application/json; charset=utf-8', ['application/json'], '{"a":1}', { a: 1 }],
    [
      'application/x-www-form-urlencoded',
      ['application/json', 'application/x-www-form-urlencoded'],
      'a=1',
      { a: '1' },
    ],
    ['application/json', ['*/*'], '{"a":1}', { a: 1 }],
    ['application/json', ['*'], '{"a":1}', { a: 1 }],
    ['application/merge-patch+json', ['application/*'], '{"a":1}', { a: 1 }],
    ['text/plain', ['text/*'], '{"a":1}', '{"a":1}'],
  ])('decodes %s where %j is declared', async (contentType, declared, text, value) => {
    expect(await read(declared, text, contentType)).toMatchObject({ value });
  });

  test('waits for the parts of a form', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
    const contentType = 'multipart/form-data; boundary=b';
    expect(await read(['multipart/form-data'], body, contentType)).toMatchObject({
      media: { type: 'multipart/form-data' },
      value: { a: '1' },
    });
  });

  test('leaves bytes as they are', async () => {
    expect(await read(['image/*'], 'é', 'image/png')).toMatchObject({ value: Buffer.from('é') });
  });

  test('takes a body without Content-Type for the first declared type', async () => {
    expect(await read(['application/json', 'text/plain'], '{"a":1}')).toMatchObject({
      media: { type: 'application/json' },
      value: { a: 1 },
    });
  });

  test.each([
    ['nothing was sent', ['application/json'], undefined],
    ['an empty text was sent', ['application/json'], ''],
    ['the operation takes no body', [], '{"a":1}'],
  ])('has no value where %s', async (_when, declared, body) => {
    expect(await read(declared, body, 'application/json')).toEqual({
      media: undefined,
      value: undefined,
    });
  });

  const form = 'application/x-www-form-urlencoded';

  test.each([
    ['a required form, as one without fields', true, form, '', {}],
    ['a required form that was announced alone', true, form, undefined, {}],
    ['an optional form', false, form, '', undefined],
    ['a required body of another type', true, 'application/json', '', undefined],
  ])('reads no bytes of %s', async (_what, required, type, body, value) => {
    const requestBody = { required, content: { [type]: {} } };
    const { contract, operation } = contractWith({ requestBody }, {}, 'post');
    const request = httpRequest('POST', {}, body);
    const headers = new Headers({ 'content-type': type });
    const served = servedBy(contract, 1000);
    expect(await readBody(request, headers, operation, served)).toMatchObject({ value });
  });

  test('refuses a media type that is not declared', async () => {
    expect(await read(['application/json', 'text/*'], '<a/>', 'application/xml')).toEqual({
      kind: 'unsupported-media-type',
      violations: [
        {
          in: 'header',
          pointer: '/content-type',
          rule: { keyword: 'mediaType', params: { types: ['application/json', 'text/*'] } },
          found: 'application/xml',
        },
      ],
    });
  });

  test('refuses a body above the limit before it is decoded', async () => {
    expect(await read(['application/json'], '{"a":', 'application/json', 4)).toMatchObject({
      kind: 'body-too-large',
    });
  });

  test.each([
    ['application/json', '{"a":'],
    ['application/xml', '<a>'],
    ['multipart/form-data', '--b'],
    ['text/plain; charset=none', 'a'],
  ])('refuses %s that is not well-formed', async (type, body) => {
    expect(await read([type], body, type)).toEqual({
      kind: 'malformed-body',
      mediaType: type,
      reason: expect.stringMatching(/./),
    });
  });
});

describe('a content coding', () => {
  const text = JSON.stringify({ a: 'b'.repeat(100) });
  const send = (body: Uint8Array, coding: string, limit = 1000) => {
    const content = { 'application/json': {} };
    const { contract, operation } = contractWith({ requestBody: { content } }, {}, 'post');
    const request = httpRequest('POST', { 'content-encoding': coding }, body);
    const headers = new Headers({ 'content-type': 'application/json' });
    return readBody(request, headers, operation, servedBy(contract, limit));
  };

  test.each<[coding: string, body: Uint8Array]>([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['deflate, gzip', gzipSync(deflateSync(text))],
  ])('%s is undone', async (coding, body) => {
    expect(await send(body, coding)).toMatchObject({ value: JSON.parse(text) });
  });

  test('that is not known is refused by name', async () => {
    expect(await send(Buffer.from(text), 'compress')).toMatchObject({
      kind: 'unsupported-media-type',
      violations: [
        {
          pointer: '/content-encoding',
          rule: { keyword: 'contentCoding', params: { codings: expect.arrayContaining(['gzip']) } },
          found: 'compress',
        },
      ],
    });
  });

  test('that the body does not keep to is malformed', async () => {
    expect(await send(Buffer.from(text), 'gzip')).toEqual({
      kind: 'malformed-body',
      mediaType: 'gzip',
      reason: expect.stringMatching(/./),
    });
  });

  test.each([gzipSync, brotliCompressSync])('hides no body above the limit', async (compress) => {
    const body = compress('a'.repeat(10_000));
    const coding = compress === gzipSync ? 'gzip' : 'br';
    expect(await send(body, coding)).toEqual({
      kind: 'body-too-large',
      limit: 1000,
      size: undefined,
    });
  });
});

test('a content coding that is not known is refused with 415, which names those that are', async () => {
  const requestBody = { content: { 'application/json': {} } };
  const paths = { '/a': { post: { requestBody, responses: { 204: { description: 'A.' } } } } };
  const headers = { 'content-type': 'application/json', 'content-encoding': 'compress' };
  const response = await mockOf({ paths })('/a', { method: 'POST', headers, body: '{}' });
  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({
    detail: 'Supported content codings: gzip or x-gzip or deflate or br or zstd',
  });
});
