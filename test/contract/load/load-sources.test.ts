import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { loadSources } from '../../../src/contract/load/load-sources.ts';
import { writeFiles } from '../../support/write-files.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

describe('a file that cannot be read', () => {
  test.each<[what: string, entry: string, found: string]>([
    ['is missing', 'no.yaml', 'expected a file, found nothing'],
    ['lies below a file', 'a.yaml/b.yaml', 'expected a file, found nothing'],
    ['is a folder', 'folder', 'expected a file, found a folder'],
  ])('%s', async (_what, name, found) => {
    await using written = await writeFiles({ 'a.yaml': HEAD });
    await mkdir(join(written.folder, 'folder'));
    const entry = join(written.folder, name);
    await expect(loadContract(entry)).rejects.toThrow(`${entry}: ${found}.`);
  });
});

describe('a remote file', () => {
  const served: Record<string, string> = {
    '/openapi.yaml': `${HEAD}paths: { /a: { $ref: paths/a.yaml } }\n`,
    '/paths/a.yaml': 'get: { operationId: getA, responses: {} }\n',
    '/broken.yaml': 'a: [',
  };
  const server = createServer(({ url = '' }, response) => {
    const text = served[url];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());

  test('is fetched where that is allowed, with what it refers to', async () => {
    const contract = await loadContract(`${origin}/openapi.yaml`, { allowRemote: true });
    expect(contract.operations.map(({ id }) => id)).toEqual(['getA']);
    expect(contract.files).toEqual([]);
    expect(await contract.locate('/paths/~1a/get')).toMatchObject({
      source: `${origin}/paths/a.yaml`,
      line: 1,
    });
  });

  test('is fetched for a local file that refers to it', async () => {
    const text = `${HEAD}paths: { /a: { $ref: "${origin}/paths/a.yaml" } }\n`;
    await using written = await writeFiles({ 'a.yaml': text });
    const contract = await loadContract(written.files[0] ?? '', { allowRemote: true });
    expect(contract.operations.map(({ id }) => id)).toEqual(['getA']);
    expect(contract.files).toEqual(written.files);
  });

  test('is not looked for where a schema has its URL for a name', async () => {
    const id = 'http://127.0.0.1:1/user';
    const schemas = `{ A: { $ref: "${id}" }, B: { $id: "${id}", type: integer } }`;
    const text = `${HEAD}paths: {}\ncomponents: { schemas: ${schemas} }\n`;
    await using written = await writeFiles({ 'a.yaml': text });
    const sources = await loadSources(written.files[0] ?? '', true);
    expect([...sources.keys()]).toEqual(written.files);
  });

  test.each([true, false])(
    'is refused with a password in its URL, which nothing shows, where allowRemote is %j',
    async (allowRemote) => {
      const url = `${origin}/openapi.yaml?key=k`.replace('//', '//user:hunter2@');
      const failure = await loadContract(url, { allowRemote }).catch(String);
      expect(failure).toContain(
        `${origin.replace('//', '//***@')}/openapi.yaml: expected a URL without`,
      );
      expect(failure).not.toContain('hunter2');
    },
  );

  test('is refused by default', async () => {
    await expect(loadContract(`${origin}/openapi.yaml`)).rejects.toThrow(
      `${origin}/openapi.yaml is remote. Fetch it and refer to the file, or start with --allow-remote.`,
    );
  });

  test.each([
    ['/no.yaml', ': expected an OpenAPI document, found status 404.'],
    ['/broken.yaml', ':2:1: expected YAML or JSON: unexpected end of the stream'],
  ])('%s is refused', async (path, message) => {
    await expect(loadContract(`${origin}${path}`, { allowRemote: true })).rejects.toThrow(
      `${origin}${path}${message}`,
    );
  });

  test('of a server that is not there is refused', async () => {
    const url = 'http://127.0.0.1:1/a.yaml';
    await expect(loadContract(url, { allowRemote: true })).rejects.toThrow(
      `${url}: expected an OpenAPI document, found`,
    );
  });
});
