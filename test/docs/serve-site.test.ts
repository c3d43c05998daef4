import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chooseCoding } from '../../src/docs/serve/encode-file.ts';
import { serveSite } from '../../src/docs/serve/serve-site.ts';

const TEXT = 'Notes of one user. '.repeat(100);
const renders: string[] = [];
const FILES = new Map([
  ['index.html', { mediaType: 'text/html; charset=utf-8', body: TEXT }],
  ['small.txt', { mediaType: 'text/plain; charset=utf-8', body: 'small' }],
]);
const serve = serveSite({
  paths: [...FILES.keys(), 'broken.html'],
  async render(path) {
    renders.push(path);
    if (path === 'broken.html') throw new Error('broken');
    return FILES.get(path);
  },
});
const REQUEST = { query: '', acceptEncoding: undefined, ifNoneMatch: undefined };

describe('chooseCoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['BR;q=0.5', 'br'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['gzip; q=0.0, *;q=0', 'identity'],
    ['br;q=nonsense', 'identity'],
  ])('of "%s" is %s', (accepted, coding) => {
    expect(chooseCoding(accepted)).toBe(coding);
  });
});

describe('serveSite', () => {
  test.each([
    { coding: 'br', decode: brotliDecompressSync },
    { coding: 'gzip', decode: gunzipSync },
  ])('compresses by $coding', async ({ coding, decode }) => {
    const answer = await serve({ ...REQUEST, path: '', acceptEncoding: coding });
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(decode(answer.body ?? '').toString()).toBe(TEXT);
    expect(answer.body?.length).toBeLessThan(TEXT.length / 5);
  });

  test('leaves a small file and one for a plain client as they are', async () => {
    const small = await serve({ ...REQUEST, path: 'small.txt', acceptEncoding: 'br' });
    expect([small.headers['content-encoding'], String(small.body)]).toEqual([undefined, 'small']);
    const plain = await serve({ ...REQUEST, path: 'index.html' });
    expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, TEXT]);
  });

  test('answers 304 to a client that has the file, with its tag and without a body', async () => {
    const first = await serve({ ...REQUEST, path: '', acceptEncoding: 'gzip' });
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]+-gzip"$/);
    for (const ifNoneMatch of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await serve({ ...REQUEST, path: '', acceptEncoding: 'gzip', ifNoneMatch });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, undefined, etag]);
    }
    const other = await serve({ ...REQUEST, path: '', acceptEncoding: 'br', ifNoneMatch: etag });
    expect(other.status).toBe(200);
  });

  test.each([
    ['', 'no-cache'],
    ['v=0123456789ab', 'public, max-age=31536000, immutable'],
  ])('lets a file with the query "%s" be kept: %s', async (query, expected) => {
    const answer = await serve({ ...REQUEST, path: '', query });
    expect(answer.headers['cache-control']).toBe(expected);
  });

  test('renders a file once, and one that failed again', async () => {
    renders.length = 0;
    await Promise.all(Array.from({ length: 3 }, () => serve({ ...REQUEST, path: 'index.html' })));
    const broken = () => serve({ ...REQUEST, path: 'broken.html' });
    await expect(broken()).rejects.toThrow('broken');
    await expect(broken()).rejects.toThrow('broken');
    expect(renders).toEqual(['broken.html', 'broken.html']);
  });
});
