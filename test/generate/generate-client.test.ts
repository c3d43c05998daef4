import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConnection } from '../../src/client/index.ts';
import { generateClient } from '../../src/generate/generate-client.ts';
import { generateOperations } from '../../src/generate/generate-operations.ts';
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
      x-pagination: { by: link, items: '' }
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
    delete: { operationId: delete, x-idempotent: false, responses: { 4XX: { description: Text., content: { "*/*": {} } }, default: { description: Done. } } }
  /events:
    get: { operationId: watch, responses: { "200": { description: Events., content: { text/event-stream: { schema: { type: string } } } } } }
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
`;

const USE = `
import { createConnection, FailureError } from 'share-contracts/client';
import { type ApiClient, createClient } from './client.js';
import { listThings, thingsCreateOne } from './operations.js';

const client = createClient({ baseUrl: 'http://mock.test' });
export const things = await client.listThings({ query: { limit: 1 }, headers: { tenant: 'a', 'x-more': 1 } });
export const names: string[] = things.map(({ name }) => name);
export const result = await client.listThings.safe({ headers: { tenant: 'a' } });
if (result.status === 404) console.log(result.error.body.reason.length);
if (result.status === 200) console.log(result.data.length);
if (result.status === undefined) console.log(result.error.attempt);
export const stream: ReadableStream | null = await client.listThings({ headers: { tenant: 'a' }, parseAs: 'stream' });
export const made: { name: string } = await client.thingsCreateOne({ headers: { tenant: 'a' }, body: { name: 'b' } });
export const text: string = await client.thenOperation({ path: { id: [1] } });
const nothing: undefined = await client.ping();
await client.ping({ signal: AbortSignal.timeout(1), timeout: 1, retry: false });
export const raw = await client.GET('/things', { params: { header: { tenant: 'a' } } });
export const same: typeof raw.data = things;
export const own: ApiClient = client;
const slim = createConnection({ baseUrl: 'http://mock.test' });
export const listed: typeof things = await listThings(slim, { headers: { tenant: 'a' } });
try {
  await thingsCreateOne(slim, { headers: { tenant: 'a' }, body: { name: 'b' } });
} catch (error) {
  if (listThings.isFailure(error)) console.log(error.status satisfies 404, error.body.reason);
  if (error instanceof FailureError) console.log(error.status, nothing);
}
for await (const { name } of client.listThings.items({ headers: { tenant: 'a' } })) console.log(name.length);
for await (const { id, event, data } of client.watch.events()) console.log(id, event, data.length);

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
// @ts-expect-error It has no pages.
client.ping.pages();
`;

describe('generateClient', () => {
  let text: string;
  let operations: string;
  let consumer: Consumer;
  beforeAll(async () => {
    const contract = await contractFromYaml(SPEC);
    operations = generateOperations(contract);
    text = generateClient(contract, '.js');
    consumer = await writeConsumer({
      'types.ts': await generateTypes(contract),
      'operations.ts': operations,
      'client.ts': text,
      'use.ts': USE,
    });
  });
  afterAll(() => consumer[Symbol.asyncDispose]());

  test('writes a function for each operation, and what is unusual in it', () => {
    expect(operations).toMatchInlineSnapshot(`
      "import {
          byLink,
          kindByMediaType,
          operation,
          withEvents,
          withPages,
          writeFields,
          writeForm,
          writeStyledPath,
      } from 'share-contracts/client';
      import type { paths } from './types.js';

      /**
       * List things
       *
       * Newest first, as in /things/*\\/.
       * \\@internal is no tag here.
       * @deprecated
       */
      export const listThings = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/things']['get']>({
          name: 'listThings',
          method: 'get',
          path: '/things',
          query: { styles: { tags: 'pipe', filter: 'deep' }, write: writeFields },
          answers: { 200: 'json', 404: 'json' },
      }), { by: byLink, items: [] });

      export const thingsCreateOne = /* @__PURE__ */ operation<paths['/things']['post']>({
          name: 'thingsCreateOne',
          method: 'post',
          path: '/things',
          body: { type: 'application/x-www-form-urlencoded', write: writeForm },
          answers: { 201: 'json' },
      });

      export const thenOperation = /* @__PURE__ */ operation<paths['/things/{id}']['get']>({
          name: 'thenOperation',
          method: 'get',
          path: '/things/{id}',
          template: { path: '/things/{;id*}', write: writeStyledPath },
          answers: { 200: 'text' },
      });

      export const ping = /* @__PURE__ */ operation<paths['/it\\'s']['get']>({
          name: 'ping',
          method: 'get',
          path: '/it\\'s',
          answers: { 204: 'none' },
      });

      const delete_ = /* @__PURE__ */ operation<paths['/it\\'s']['delete']>({
          name: 'delete',
          method: 'delete',
          path: '/it\\'s',
          answers: { '4XX': kindByMediaType, default: 'none' },
          idempotent: false,
      });
      export { delete_ as delete };

      export const watch = /* @__PURE__ */ withEvents(/* @__PURE__ */ operation<paths['/events']['get']>({
          name: 'watch',
          method: 'get',
          path: '/events',
          answers: { 200: 'text' },
      }));
      "
    `);
  });

  test('writes a client of them', () => {
    expect(text).toMatchInlineSnapshot(`
      "import {
          type Client,
          type ClientOptions,
          createClient as createClientOf,
      } from 'share-contracts/client';
      import * as operations from './operations.js';
      import type { paths } from './types.js';

      /** Typed client of Test. */
      export type ApiClient = Client<paths, typeof operations>;

      /**
       * Creates a typed client of Test.
       *
       * Servers of the contract: \`https://api.test/v1\`.
       */
      export function createClient(options: ClientOptions): ApiClient {
          return createClientOf<paths, typeof operations>(operations, options);
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
    const url = pathToFileURL(join(consumer.folder, 'operations.ts')).href;
    const { listThings, thingsCreateOne, thenOperation, ping } = await import(url);
    const sent: string[] = [];
    const client = createConnection({
      baseUrl: 'http://mock.test',
      fetch: async (request: Request) => {
        const { method, headers } = request;
        sent.push(
          `${method} ${request.url} ${headers.get('content-type')} ${await request.text()}`,
        );
        return new Response(null, { status: 204 });
      },
    });
    await listThings.safe(client, { query: { tags: ['a', 'b'], filter: { x: { y: 1 } } } });
    await thingsCreateOne.safe(client, { body: { name: 'a b' } });
    await thenOperation.safe(client, { path: { id: [1, 2] } });
    await ping.safe(client);
    expect(sent).toEqual([
      'GET http://mock.test/things?tags=a%7Cb&filter%5Bx%5D%5By%5D=1 null ',
      'POST http://mock.test/things application/x-www-form-urlencoded name=a%20b',
      'GET http://mock.test/things/;id=1;id=2 null ',
      "GET http://mock.test/it's null ",
    ]);
  });
});
