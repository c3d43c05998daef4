import { describe, expect, test } from 'vitest';
import { buildRequest } from '../../bench/specs/build-request.ts';
import { createIndependentCheck } from '../../bench/specs/independent-check.ts';
import { createSchemaResolver } from '../../src/contract/model/resolve-schema.ts';
import { contractWith } from '../support/test-contract.ts';

const path = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'a/b' };

async function build(operation: object, sample: unknown = undefined) {
  const made = contractWith({ parameters: [path], responses: {}, ...operation }, {}, 'post');
  const { document } = made.contract;
  const check = createIndependentCheck(document, createSchemaResolver(document));
  const { outgoing, doubts } = await buildRequest(made.operation, () => sample, check);
  const { body = '', headers } = outgoing;
  const text = typeof body === 'string' ? body : Buffer.from(body).toString();
  return { target: outgoing.target, type: headers['content-type'], text, doubts };
}

function query(name: string, schema: object, example: unknown, more: object = {}) {
  return { parameters: [path, { name, in: 'query', schema, example, ...more }] };
}

const body = (type: string, schema: object, example: unknown, more: object = {}) => ({
  requestBody: { required: true, content: { [type]: { schema, example, ...more } } },
});

describe('a request of the bench', () => {
  const deep = { style: 'deepObject', explode: true };

  test.each<[what: string, operation: object, target: string]>([
    ['encodes path parameters', {}, '/things/a%2Fb'],
    ['repeats a list', query('n', { type: 'array' }, [1, 2]), '/things/a%2Fb?n=1&n=2'],
    [
      'writes deep values with the names of all levels',
      query('items', { type: 'array' }, [{ price: 'p' }], deep),
      '/things/a%2Fb?items%5B0%5D%5Bprice%5D=p',
    ],
    ['leaves out an object without members', query('n', { type: 'object' }, {}), '/things/a%2Fb'],
    [
      'leaves out an optional parameter without a valid value',
      query('n', { type: 'integer' }, 'x'),
      '/things/a%2Fb',
    ],
  ])('%s', async (_what, operation, target) => {
    expect(await build(operation)).toMatchObject({ target, doubts: [] });
  });

  const object = { type: 'object' };

  test.each<[what: string, operation: object, type: string | undefined, text: string]>([
    ['JSON', body('application/json', object, { a: 1 }), 'application/json', '{"a":1}'],
    ['any type', body('*/*', object, { a: 1 }), 'application/json', '{"a":1}'],
    [
      'a form',
      body('application/x-www-form-urlencoded', object, { a: [1, 2] }),
      'application/x-www-form-urlencoded',
      'a=1&a=2',
    ],
    [
      'a form with deep values',
      body('application/x-www-form-urlencoded', object, { a: { b: 1 } }, { encoding: { a: deep } }),
      'application/x-www-form-urlencoded',
      'a%5Bb%5D=1',
    ],
    ['text', body('text/plain', { type: 'string' }, 'a'), 'text/plain', 'a'],
  ])('has a body in %s', async (_what, operation, type, text) => {
    expect(await build(operation)).toMatchObject({ type, text, doubts: [] });
  });

  test.each<[what: string, operation: object, doubt: string]>([
    [
      'a required parameter has no valid value',
      { parameters: [{ ...path, schema: { type: 'integer' } }] },
      'id: the value must be integer',
    ],
    [
      'a required parameter has no member',
      query('n', { type: 'object' }, {}, { required: true }),
      'n: has no member to send',
    ],
    [
      'a form would need an object without members',
      body('application/x-www-form-urlencoded', { required: ['a'] }, { a: {} }),
      "must have required property 'a'",
    ],
    ['a path parameter is empty', { parameters: [{ ...path, example: '' }] }, 'id: is empty'],
    [
      'the body has no valid value',
      body('application/json', object, 1),
      'application/json: the value must be object',
    ],
    [
      'the body is in a type that is not written',
      body('application/xml', object, {}),
      'no body could be written',
    ],
    [
      'a schema cannot be compiled',
      body('application/json', { pattern: '(' }, 'a'),
      'cannot be compiled',
    ],
  ])('is doubtful where %s', async (_what, operation, doubt) => {
    expect((await build(operation)).doubts.join('\n')).toContain(doubt);
  });

  test('is made of a sample where there is no example', async () => {
    const { requestBody } = body('application/json', object, undefined);
    expect(await build({ requestBody }, { made: true })).toMatchObject({ text: '{"made":true}' });
  });
});
