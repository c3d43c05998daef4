import { afterAll, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/create-mock.ts';
import { contractOf } from '../../support/test-contract.ts';

const Text = { content: { 'application/json': { schema: { type: 'string' } } } };
const say = (text: string, more: object = {}) => ({
  ...more,
  responses: { 200: { content: { 'application/json': { example: text } } } },
});
const Find = { type: 'object', required: ['q'], properties: { q: { type: 'string' } } };

const CONTRACT = contractOf({
  openapi: '3.2.0',
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: say('get'),
      query: say('query', {
        operationId: 'find',
        requestBody: { required: true, content: { 'application/json': { schema: Find } } },
      }),
      additionalOperations: {
        COPY: say('copy', {
          parameters: [{ name: 'Destination', in: 'header', required: true, schema: {} }],
        }),
        LINK: say('link', { requestBody: Text }),
        GET: say('never'),
      },
    },
    '/shared': { $ref: '#/components/pathItems/Shared' },
  },
  components: { pathItems: { Shared: { additionalOperations: { PURGE: say('purge') } } } },
});

const MOCK = createMock({ apis: [{ name: 'test', mount: '', contract: CONTRACT }] });
const LISTENER = MOCK.listen();
afterAll(MOCK.close);

async function ask(method: string, target: string, body?: string): Promise<Response> {
  const { url } = await LISTENER;
  const headers = { destination: '/b', 'content-type': 'application/json' };
  return await fetch(`${url}${target}`, { method, headers, ...(body !== undefined && { body }) });
}

test.each([
  ['GET', '/things/1', undefined, 'get'],
  ['QUERY', '/things/1', '{"q":"a"}', 'query'],
  ['COPY', '/things/1', undefined, 'copy'],
  ['LINK', '/things/1', '"a"', 'link'],
  ['PURGE', '/shared', undefined, 'purge'],
])('%s %s is answered by its operation', async (method, target, body, text) => {
  const response = await ask(method, target, body);
  expect([response.status, await response.json()]).toEqual([200, text]);
});

test.each([
  ['QUERY', '/things/1', undefined, 'Body parameter is required'],
  ['QUERY', '/things/1', '{}', "Request body must have required property 'q'"],
  ['COPY', '/things/a', undefined, 'Request path parameter id must be integer'],
  ['LINK', '/things/1', '1', 'Request body must be string'],
])('%s %s with the body %s is refused', async (method, target, body, message) => {
  const response = await ask(method, target, body);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(message);
});

test('another method is refused, and the known ones are named', async () => {
  const response = await ask('LOCK', '/things/1');
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, QUERY, COPY, LINK, HEAD');
});

test('an answer to another method can be random', async () => {
  const { url } = await LISTENER;
  const headers = { prefer: 'dynamic=true', destination: '/b' };
  const response = await fetch(`${url}/things/1`, { method: 'COPY', headers });
  expect(response.status).toBe(200);
});
