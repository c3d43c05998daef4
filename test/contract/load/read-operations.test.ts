import { describe, expect, test } from 'vitest';
import { readOperations } from '../../../src/contract/load/read-operations.ts';
import { contractOf, contractWith, firstOf } from '../../support/test-contract.ts';

describe('readOperations', () => {
  test('lists operations in document order and leaves other members out', () => {
    const document = {
      paths: {
        '/b': { post: {}, get: {}, summary: 'B', parameters: [], 'x-note': {} },
        '/a': { $ref: '#/components/pathItems/A' },
      },
      components: { pathItems: { A: { delete: { operationId: 'removeA', summary: 'Remove' } } } },
    };
    const operations = readOperations(document, 'paths');
    expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'post /b',
      'get /b',
      'delete /a',
    ]);
    expect(operations.at(2)).toMatchObject({
      id: 'removeA',
      summary: 'Remove',
      pointer: '/components/pathItems/A/delete',
    });
  });

  test.each(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])(
    'knows the method %s',
    (method) => {
      expect(contractWith({}, {}, method).operation.method).toBe(method);
    },
  );

  test('names an operation without an operationId by its method and path', () => {
    expect(contractWith({}).operation.id).toBe('get /things/{id}');
  });

  test('reads webhooks under their name', () => {
    const { webhooks, operations } = contractOf({
      webhooks: { 'thing.made': { post: { operationId: 'thingMade' } } },
    });
    expect(webhooks).toMatchObject([{ id: 'thingMade', path: 'thing.made', method: 'post' }]);
    expect(operations).toEqual([]);
  });

  test('reads where an operation is known from', () => {
    const { operation } = contractWith({
      'x-provenance': { level: 'source', note: 'Seen.', url: 'https://example.com' },
    });
    expect(operation.provenance).toEqual({
      level: 'source',
      note: 'Seen.',
      url: 'https://example.com',
    });
  });

  test('merges what stands beside the reference of a path item over what it refers to', () => {
    const page = { name: 'page', in: 'query' };
    const pathItems = {
      A: { get: { operationId: 'a' }, put: { operationId: 'put' }, parameters: [page] },
      B: { $ref: '#/components/pathItems/A', delete: { operationId: 'remove' } },
    };
    const own = { ...page, required: true };
    const { operations } = contractOf({
      paths: {
        '/a': {
          $ref: '#/components/pathItems/B',
          get: { operationId: 'own' },
          parameters: [own],
        },
      },
      components: { pathItems },
    });
    expect(
      operations.map(({ id, pointer, parameters }) => [id, pointer, parameters[0]?.required]),
    ).toEqual([
      ['own', '/paths/~1a/get', true],
      ['put', '/components/pathItems/A/put', true],
      ['remove', '/components/pathItems/B/delete', true],
    ]);
  });

  test('refuses a path item that refers to itself', () => {
    const item = { $ref: '#/paths/~1a', get: {} };
    expect(() => contractOf({ paths: { '/a': item } })).toThrow('refers to itself');
  });

  test('takes an unknown level of provenance for none', () => {
    expect(contractWith({ 'x-provenance': { level: 'sure' } }).operation.provenance).toBe(
      undefined,
    );
  });
});

describe('parameters', () => {
  const query = (name: string, more: object = {}) => ({ name, in: 'query', ...more });

  test('of an operation override those of its path item with the same place and name', () => {
    const { operations } = contractOf({
      paths: {
        '/a': {
          parameters: [
            query('page'),
            query('size', { required: true }),
            { ...query('page'), in: 'header' },
          ],
          get: { parameters: [query('page', { required: true }), query('more')] },
        },
      },
    });
    expect(
      firstOf(operations).parameters.map(({ name, in: place, required }) => [
        name,
        place,
        required,
      ]),
    ).toEqual([
      ['page', 'query', true],
      ['size', 'query', true],
      ['page', 'header', false],
      ['more', 'query', false],
    ]);
  });

  test.each([
    [{ in: 'path' }, { style: 'simple', explode: false, required: true }],
    [{ in: 'header' }, { style: 'simple', explode: false, required: false }],
    [{ in: 'query' }, { style: 'form', explode: true, required: false }],
    [{ in: 'cookie' }, { style: 'form', explode: true, required: false }],
    [
      { in: 'query', explode: false },
      { style: 'form', explode: false },
    ],
    [
      { in: 'query', style: 'pipeDelimited' },
      { style: 'pipeDelimited', explode: false },
    ],
    [
      { in: 'path', explode: true },
      { style: 'simple', explode: true },
    ],
  ])('declared as %j have %j', (declared, expected) => {
    const { operation } = contractWith({ parameters: [{ name: 'p', ...declared }] });
    expect(firstOf(operation.parameters)).toMatchObject(expected);
  });

  test('point to the schema that is really there', () => {
    const parameters = [query('id', { schema: { $ref: '#/components/schemas/Id' } })];
    const { operation } = contractWith({ parameters }, { schemas: { Id: { type: 'string' } } });
    expect(firstOf(operation.parameters).schema).toEqual({
      pointer: '/components/schemas/Id',
      schema: { type: 'string' },
    });
  });

  test('without a schema allow anything', () => {
    const { operation } = contractWith({ parameters: [query('p')] });
    expect(firstOf(operation.parameters).schema.schema).toBe(true);
  });

  test('with content have the schema and the media type of it', () => {
    const content = { 'application/json': { schema: { type: 'object' } } };
    const { operation } = contractWith({ parameters: [query('filter', { content })] });
    expect(firstOf(operation.parameters)).toMatchObject({
      mediaType: 'application/json',
      schema: { schema: { type: 'object' } },
    });
  });

  test.each([
    ['its example', { example: 1, schema: { default: 2 } }, 1],
    ['the first of its examples', { examples: { a: { value: 1 }, b: { value: 2 } } }, 1],
    ['the first example of its schema', { schema: { examples: [1, 2], default: 3 } }, 1],
    ['the single example of its schema', { schema: { example: 1, default: 3 } }, 1],
    ['the default of its schema', { schema: { default: 1 } }, 1],
    ['nothing where there is none', { schema: { type: 'integer' } }, undefined],
  ])('have as example %s', (_what, more, example) => {
    const { operation } = contractWith({ parameters: [query('p', more)] });
    expect(firstOf(operation.parameters).example).toBe(example);
  });

  test('behind a reference are read whatever stands beside it', () => {
    const parameters = [{ $ref: '#/components/parameters/Page', required: true }];
    const Page = { name: 'page', in: 'query' };
    const { operation } = contractWith({ parameters }, { parameters: { Page } });
    expect(operation.parameters).toMatchObject([{ name: 'page', in: 'query', required: false }]);
  });

  test('in an unknown place are refused with their pointer', () => {
    expect(() => contractWith({ parameters: [{ name: 'p', in: 'body' }] })).toThrow(
      expect.objectContaining({
        message:
          '"in" of parameter "p" must be path, query, querystring, header or cookie, got "body".',
        pointer: '/paths/~1things~1{id}/get/parameters/0',
      }),
    );
  });
});

describe('security', () => {
  const components = {
    securitySchemes: {
      key: { type: 'apiKey', in: 'query', name: 'apikey' },
      bearer: { type: 'http', scheme: 'Bearer' },
    },
  };
  const securityOf = (operation: object, security?: object) => {
    const contract = contractOf({ paths: { '/a': { get: operation } }, components, security });
    return firstOf(contract.operations).security.map((all) => all.map(({ name }) => name));
  };

  test.each([
    ['is that of the document', {}, [{ bearer: [] }], [['bearer']]],
    [
      'of an operation replaces that of the document',
      { security: [{ key: [] }] },
      [{ bearer: [] }],
      [['key']],
    ],
    ['lists alternatives', { security: [{ key: [] }, { bearer: [] }] }, [], [['key'], ['bearer']]],
    [
      'keeps schemes together that are needed together',
      { security: [{ key: [], bearer: [] }] },
      [],
      [['key', 'bearer']],
    ],
    ['may be optional', { security: [{ bearer: [] }, {}] }, [], [['bearer'], []]],
    ['is switched off by an empty list', { security: [] }, [{ bearer: [] }], []],
    ['is none where nothing is said', {}, undefined, []],
  ])('%s', (_fact, operation, security, expected) => {
    expect(securityOf(operation, security)).toEqual(expected);
  });

  test('reads schemes with the scheme of HTTP in lower case', () => {
    const { operation } = contractWith({ security: [{ bearer: [] }, { key: [] }] }, components);
    expect(operation.security.flat()).toEqual([
      { name: 'bearer', type: 'http', in: undefined, parameter: undefined, scheme: 'bearer' },
      { name: 'key', type: 'apiKey', in: 'query', parameter: 'apikey', scheme: undefined },
    ]);
  });

  test('that is not declared is refused', () => {
    expect(() => securityOf({ security: [{ oauth: [] }] })).toThrow(
      'Security scheme "oauth" is used but not declared in components.',
    );
  });
});
