import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateClient } from '../../src/generate/generate-client.ts';
import { generateTypes } from '../../src/generate/generate-types.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';
import { type Consumer, STRICT, writeConsumer } from './consumer.ts';
import { readDocumentation } from './read-documentation.ts';

const SPEC = `
servers: [{ url: https://api.test/v1 }]
paths:
  /things:
    parameters: [{ name: tenant, in: header, required: true, schema: { type: string } }]
    get:
      operationId: listThings
      summary: List things
      description: |
        Newest first, as in /things/*/.
        @internal is no tag here.
      deprecated: true
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: tags, in: query, style: pipeDelimited, schema: { type: array, items: { type: string } } }
        - { name: filter, in: query, style: deepObject, schema: { type: object } }
        - { name: session, in: cookie, schema: { type: string } }
      responses:
        "200": { description: Things., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } }
        "404": { description: None., content: { application/json: { schema: { type: object, required: [reason], properties: { reason: { type: string } } } } } }
    post:
      operationId: things/create-one
      requestBody:
        required: true
        content: { application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/Thing" } } }
      responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    patch: { responses: { "204": { description: Done. } } }
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, style: matrix, explode: true, schema: { type: array, items: { type: integer } } }]
    get:
      operationId: then
      responses: { "200": { description: Text., content: { text/plain: { schema: { type: string } } } } }
  /it's:
    get: { operationId: ping, responses: { "204": { description: Done. } } }
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
`;

const USE = `
import { type ApiClient, createClient } from './client.js';

const client = createClient({ baseUrl: 'http://mock.test' });
export const things = await client.listThings({ query: { limit: 1 }, headers: { tenant: 'a', 'x-more': 1 } });
export const names: string[] = (things.data ?? []).map(({ name }) => name);
export const reason: string | undefined = things.error?.reason;
export const { data: stream } = await client.listThings({ headers: { tenant: 'a' }, parseAs: 'stream' });
export const read: ReadableStream | null | undefined = stream;
export const made = await client.thingsCreateOne({ headers: { tenant: 'a' }, body: { name: 'b' } });
export const text: string | undefined = (await client.thenOperation({ path: { id: [1] } })).data;
await client.ping();
await client.ping({ signal: AbortSignal.timeout(1) });
export const raw = await client.GET('/things', { params: { header: { tenant: 'a' } } });
export const same: typeof raw.data = things.data;
export const again: typeof things.data = raw.data;
export const own: ApiClient = client;

// @ts-expect-error A query parameter that is not declared.
await client.listThings({ query: { limt: 1 }, headers: { tenant: 'a' } });
// @ts-expect-error No required header.
await client.listThings({ query: {} });
// @ts-expect-error No argument.
await client.listThings();
// @ts-expect-error A wrong member of the body.
await client.thingsCreateOne({ headers: { tenant: 'a' }, body: { name: 1 } });
// @ts-expect-error No body is declared.
await client.ping({ body: {} });
// @ts-expect-error No such operation.
await client.pong();
`;

describe('generateClient', () => {
  let text: string;
  let consumer: Consumer;
  beforeAll(async () => {
    const contract = await contractFromYaml(SPEC);
    text = generateClient(contract);
    consumer = await writeConsumer({
      'types.ts': await generateTypes(contract),
      'client.ts': text,
      'use.ts': USE,
    });
  });
  afterAll(() => consumer[Symbol.asyncDispose]());

  test('writes the method and path of each operation, and what is unusual in it', () => {
    expect(text).toMatchInlineSnapshot(`
      "import {
          type Client,
          type ClientOptions,
          createClient as createClientOf,
      } from 'share-contracts/client';
      import type { paths } from './types.js';

      /** Method and path of each operation, by the name of the method that calls it. */
      export const operationRoutes = {
          /**
           * List things
           *
           * Newest first, as in /things/*\\/.
           * \\@internal is no tag here.
           * @deprecated
           */
          listThings: ['get', '/things', { query: { tags: 'pipe', filter: 'deep' } }],
          thingsCreateOne: ['post', '/things', { body: 'application/x-www-form-urlencoded' }],
          thenOperation: ['get', '/things/{id}', { template: '/things/{;id*}', parseAs: 'text' }],
          ping: ['get', '/it\\'s'],
      } as const;

      /** Typed client of Test. */
      export type ApiClient = Client<paths, typeof operationRoutes>;

      /**
       * Creates a typed client of Test.
       *
       * Servers of the contract: \`https://api.test/v1\`.
       */
      export function createClient(options: ClientOptions): ApiClient {
          return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
      }
      "
    `);
  });

  test.each([
    ['under nodenext', {}],
    ['under bundler', { module: 99, moduleResolution: 100 }],
  ])('compiles %s with its types, and refuses wrong calls', (_, options) => {
    expect(consumer.compile(options)).toEqual([]);
  });

  test('documents each method in an editor', () => {
    const { folder } = consumer;
    expect(readDocumentation(folder, 'use.ts', 'things = await client.', STRICT)).toEqual({
      text: 'List things\n\nNewest first, as in /things/*\\/.\n\\@internal is no tag here.',
      tags: ['deprecated'],
    });
  });

  test('sends each request as the contract writes it', async () => {
    const { createClient } = await import(pathToFileURL(join(consumer.folder, 'client.ts')).href);
    const sent: string[] = [];
    const client = createClient({
      baseUrl: 'http://mock.test',
      fetch: async (request: Request) => {
        const { method, url, headers } = request;
        sent.push(`${method} ${url} ${headers.get('content-type')} ${await request.text()}`);
        return new Response(null, { status: 204 });
      },
    });
    await client.listThings({ query: { tags: ['a', 'b'], filter: { x: { y: 1 } } } });
    await client.thingsCreateOne({ body: { name: 'a b' } });
    await client.thenOperation({ path: { id: [1, 2] } });
    await client.ping();
    expect(sent).toEqual([
      'GET http://mock.test/things?tags=a%7Cb&filter%5Bx%5D%5By%5D=1 null ',
      'POST http://mock.test/things application/x-www-form-urlencoded name=a%20b',
      'GET http://mock.test/things/;id=1;id=2 null ',
      "GET http://mock.test/it's null ",
    ]);
  });
});
