import { describe, expect, test } from 'vitest';
import { contractWith, firstOf } from '../../support/test-contract.ts';

describe('readRequestBody', () => {
  test('reads whether a body is required, and its content', () => {
    const requestBody = {
      required: true,
      content: { 'application/json': { schema: { type: 'object' } }, 'text/plain': {} },
    };
    const { body } = contractWith({ requestBody }).operation;
    expect(body).toMatchObject({
      required: true,
      content: [{ type: 'application/json' }, { type: 'text/plain', schema: undefined }],
    });
  });

  test('reads how the fields of a form are written', () => {
    const encoding = {
      a: { contentType: 'image/png' },
      b: { style: 'deepObject', explode: true },
      c: { explode: false, allowReserved: true },
    };
    const requestBody = { content: { 'multipart/form-data': { encoding } } };
    const { body } = contractWith({ requestBody }).operation;
    expect([...(body?.content[0]?.encoding ?? [])]).toEqual([
      ['a', { contentType: 'image/png' }],
      ['b', { style: 'deepObject', explode: true }],
      ['c', { explode: false }],
    ]);
  });

  test('is optional unless the contract says otherwise', () => {
    expect(contractWith({ requestBody: { content: {} } }).operation.body?.required).toBe(false);
  });

  test('is absent where the operation has none', () => {
    expect(contractWith({}).operation.body).toBeUndefined();
  });
});

describe('readResponses', () => {
  const responseOf = (response: object, components: object = {}) =>
    firstOf(contractWith({ responses: { 200: response } }, components).operation.responses);

  test('reads headers in lower case, without Content-Type and those without a schema', () => {
    const headers = {
      'X-Total': { required: true, schema: { type: 'integer' } },
      'Content-Type': { schema: { type: 'string' } },
      'X-Note': {},
    };
    expect(responseOf({ headers }).headers).toMatchObject([
      { name: 'x-total', required: true, schema: { schema: { type: 'integer' } } },
    ]);
  });

  test('reads examples in order with their provenance', () => {
    const examples = {
      documented: { value: 1, 'x-provenance': { level: 'documented' } },
      other: { $ref: '#/components/examples/Other' },
    };
    const content = { 'application/json': { examples } };
    const media = firstOf(responseOf({ content }, { examples: { Other: { value: 2 } } }).content);
    expect(media.examples).toMatchObject([
      { key: 'documented', value: 1, provenance: { level: 'documented' } },
      { key: 'other', value: 2, provenance: undefined },
    ]);
  });

  test('reads a single example, null included', () => {
    const media = firstOf(
      responseOf({ content: { 'application/json': { example: null } } }).content,
    );
    expect(media.examples).toEqual([{ key: 'example', value: null, provenance: undefined }]);
  });

  test.each([true, false])('reads the boolean schema %j', (schema) => {
    const media = firstOf(responseOf({ content: { 'application/json': { schema } } }).content);
    expect(media.schema?.schema).toBe(schema);
  });

  test('follows references whatever stands beside them', () => {
    const components = {
      responses: {
        Ok: {
          headers: { 'x-a': { $ref: '#/components/headers/A', deprecated: true } },
          content: {
            'text/plain': { examples: { a: { $ref: '#/components/examples/A', value: 2 } } },
          },
        },
      },
      headers: { A: { required: true, schema: { type: 'integer' } } },
      examples: { A: { value: 1 } },
    };
    const response = responseOf({ $ref: '#/components/responses/Ok', content: {} }, components);
    expect(response.headers).toMatchObject([{ name: 'x-a', required: true }]);
    expect(firstOf(response.content).examples).toMatchObject([{ key: 'a', value: 1 }]);
  });

  test('follows a reference to a response, a note beside it or not', () => {
    const reference = { $ref: '#/components/responses/Ok', 'x-provenance': { level: 'assumed' } };
    const components = { responses: { Ok: { content: { 'text/plain': {} } } } };
    expect(firstOf(responseOf(reference, components).content).type).toBe('text/plain');
  });
});
