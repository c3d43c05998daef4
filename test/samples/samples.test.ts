import { describe, expect, test } from 'vitest';
import { listMethods } from '../../src/generate/list-methods.ts';
import type { ClientSource } from '../../src/samples/client-source.ts';
import { createCallWriter } from '../../src/samples/create-call-writer.ts';
import { createSampleMaker } from '../../src/samples/create-sample-maker.ts';
import { type ClientCall, formatClientSample } from '../../src/samples/format-client-sample.ts';
import { formatCurlSample } from '../../src/samples/format-curl-sample.ts';
import { writeLiteral } from '../../src/samples/write-literal.ts';
import { contractWith } from '../support/test-contract.ts';

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'a b' };
const responses = { 204: { description: 'Done.' } };
const json = (media: object) => ({ required: true, content: { 'application/json': media } });
const text = { type: 'object', required: ['text'], properties: { text: { type: 'string' } } };

function samplesOf(operation: object, components: object = {}, method = 'post') {
  const made = contractWith(
    { operationId: 'addThing', parameters: [ID], responses, ...operation },
    components,
    method,
  );
  return { ...made, samples: createSampleMaker(made.contract)(made.operation) };
}

describe('createSampleMaker', () => {
  test('makes a sample of each documented body that the contract allows', () => {
    const examples = {
      milk: { value: { text: 'Milk' } },
      wrong: { value: { text: 1 } },
      tea: { value: { text: 'Tea' } },
    };
    const { samples } = samplesOf({ requestBody: json({ schema: text, examples }) });
    expect(samples).toEqual([
      {
        example: 'milk',
        method: 'POST',
        target: '/things/a%20b',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"Milk"}',
        input: { path: { id: 'a b' }, body: { text: 'Milk' } },
      },
      expect.objectContaining({ example: 'tea', body: '{"text":"Tea"}' }),
    ]);
  });

  test('makes a body where none is documented, and names no example', () => {
    const { samples } = samplesOf({ requestBody: json({ schema: text }) });
    expect(samples).toEqual([
      expect.objectContaining({
        input: expect.objectContaining({ body: { text: expect.any(String) } }),
      }),
    ]);
    expect(samples[0]).not.toHaveProperty('example');
  });

  test('sends the parameters that are required, and those that samples need', () => {
    const query = (name: string, more: object = {}) => ({
      name,
      in: 'query',
      schema: { type: 'integer' },
      example: 7,
      ...more,
    });
    const parameters = [ID, query('must', { required: true }), query('needed'), query('other')];
    const { samples } = samplesOf({ parameters, 'x-sample-parameters': ['needed'] }, {}, 'get');
    expect(samples.map(({ target, input }) => [target, input])).toEqual([
      ['/things/a%20b?must=7&needed=7', { path: { id: 'a b' }, query: { must: 7, needed: 7 } }],
    ]);
  });

  test('sends credentials, which are no argument of a method', () => {
    const securitySchemes = {
      key: { type: 'apiKey', in: 'query', name: 'key' },
      http: { type: 'http', scheme: 'bearer' },
    };
    const { samples } = samplesOf(
      { security: [{ key: [], http: [] }] },
      { securitySchemes },
      'get',
    );
    expect(samples).toEqual([
      {
        method: 'GET',
        target: '/things/a%20b?key=x',
        headers: { Authorization: 'Bearer x' },
        input: { path: { id: 'a b' } },
      },
    ]);
  });

  test('has no argument for what no client can send', () => {
    const cookie = {
      name: 'seen',
      in: 'cookie',
      required: true,
      schema: { type: 'string' },
      example: 'y',
    };
    const { samples } = samplesOf({ parameters: [ID, cookie] }, {}, 'get');
    expect(samples).toEqual([
      { method: 'GET', target: '/things/a%20b', headers: { Cookie: 'seen=y' } },
    ]);
  });

  test('makes none where no valid request is known', () => {
    const schema = { type: 'string', pattern: '^(?=a)b$' };
    expect(samplesOf({ requestBody: json({ schema }) }).samples).toEqual([]);
  });
});

describe('formatCurlSample', () => {
  const sample = { method: 'POST', target: '/a?b=c', headers: { A: "it's" } };

  test.each([
    ['no body', {}, `curl -X POST -H 'A: it'\\''s' 'http://mock.test/a?b=c'`],
    ['a body', { body: 'x' }, `curl -X POST -H 'A: it'\\''s' -d 'x' 'http://mock.test/a?b=c'`],
    [
      'a body that looks like the name of a file',
      { body: '@x' },
      `curl -X POST -H 'A: it'\\''s' --data-raw '@x' 'http://mock.test/a?b=c'`,
    ],
    [
      'a long one, which is whole',
      { body: 'x'.repeat(2000) },
      `curl -X POST \\\n  -H 'A: it'\\''s' \\\n  -d '${'x'.repeat(2000)}' \\\n  'http://mock.test/a?b=c'`,
    ],
  ])('writes %s', (_what, more, expected) => {
    expect(formatCurlSample({ ...sample, ...more }, 'http://mock.test')).toBe(expected);
  });
});

describe('formatClientSample', () => {
  const source = { module: './client.ts', factory: 'createClient' };
  const call = (more: Partial<ClientCall>): string => {
    const { contract, operation } = contractWith({
      operationId: 'addThing',
      parameters: [ID],
      responses,
    });
    const [method] = listMethods(contract);
    return formatClientSample({
      api: 'my-things',
      baseUrl: 'http://mock.test',
      source,
      method: method?.name ?? '',
      operation,
      input: { path: { id: 'a b' } },
      ...more,
    });
  };

  test('writes a module', () => {
    expect(call({})).toBe(`import { createClient } from './client.ts';

const myThings = createClient({ baseUrl: 'http://mock.test' });
const result = await myThings.addThing({ path: { id: 'a b' } });
console.log(result);
`);
  });

  test('sends credentials by options where the client has some', () => {
    const text = call({ source: { ...source, options: { token: 'x' } } });
    expect(text).toContain("createClient({ baseUrl: 'http://mock.test', token: 'x' })");
  });

  test.each([
    [{ type: 'http', scheme: 'bearer' }, "[bearer('x')]", 'bearer'],
    [{ type: 'oauth2' }, "[bearer('x')]", 'bearer'],
    [{ type: 'http', scheme: 'basic' }, "[basic('x', 'x')]", 'basic'],
    [
      { type: 'apiKey', in: 'header', parameter: 'X-Key' },
      "[apiKey({ in: 'header', name: 'X-Key', value: 'x' })]",
      'apiKey',
    ],
  ])('sends those of %j by middleware', (scheme, middleware, name) => {
    const known = { name: 'a', in: undefined, parameter: undefined, scheme: undefined, ...scheme };
    const text = call({ operation: { security: [[known]] } });
    expect(text).toContain(`import { ${name} } from 'share-contracts/client';`);
    expect(text).toContain(`middleware: ${middleware}`);
  });

  test.each([
    ['crego', 'crego'],
    ['memos@v2', 'memosV2'],
    ['new', 'client'],
    ['2fa', 'client'],
    ['addThing', 'addthing'],
    ['result', 'client'],
  ])('names the client of %s %s', (api, name) => {
    expect(call({ api })).toContain(`const ${name} = `);
  });

  test('has no argument where nothing has to be said', () => {
    expect(call({ input: {} })).toContain('.addThing();');
  });
});

describe('writeLiteral', () => {
  const long = 'x'.repeat(60);

  test.each<[value: unknown, expected: string]>([
    [{ a: 1, 'b-c': [null, true, 'it\'s "so"'] }, `{ a: 1, 'b-c': [null, true, 'it\\'s "so"'] }`],
    [{}, '{}'],
    [{ a: {}, b: [] }, '{ a: {}, b: [] }'],
    [JSON.parse('{"__proto__":1}'), `{ ['__proto__']: 1 }`],
    [{ a: long, b: [long, 1] }, `{\n  a: '${long}',\n  b: ['${long}', 1],\n}`],
    [[[long, long]], `[\n  [\n    '${long}',\n    '${long}',\n  ],\n]`],
  ])('writes %j', (value, expected) => {
    expect(writeLiteral(value)).toBe(expected);
  });
});

describe('createCallWriter', () => {
  const { contract, operation, samples } = samplesOf({}, {}, 'get');
  const write = (client: ClientSource) => {
    const writeCall = createCallWriter({
      name: 'things',
      contract,
      client,
      baseUrl: 'http://mock.test',
    });
    return samples.map((sample) => writeCall(operation, sample));
  };
  const generated = { module: './client.ts', factory: 'createClient' };

  test.each<[what: string, client: ClientSource, expected: unknown]>([
    ['a generated client', generated, expect.stringContaining('things.addThing({')],
    [
      'one with other names',
      { ...generated, methods: { addThing: 'add' } },
      expect.stringContaining('things.add({'),
    ],
    ['one that lacks the method', { ...generated, methods: { other: 'other' } }, undefined],
  ])('writes for %s', (_what, client, expected) => {
    expect(write(client)).toEqual([expected]);
  });
});
