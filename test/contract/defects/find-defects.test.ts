import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/contract/defects/find-defects.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { OWN_CONTRACTS } from '../../support/own-project.ts';
import { contractOf } from '../../support/test-contract.ts';

function find(document: object): string[] {
  return findDefects(contractOf(document)).map(
    ({ kind, pointer, problem }) => `${kind} ${pointer} ${problem}`,
  );
}

function findIn(schema: object): string[] {
  return find({ components: { schemas: { A: schema } } });
}

const TWO = { application: 'json', value: { count: '2' } };
const COUNT = { type: 'object', properties: { count: { type: 'integer' } } };
const respond = (media: object, type = 'application/json') => ({
  paths: { '/a': { get: { responses: { 200: { content: { [type]: media } } } } } },
});
const MEDIA = '/paths/~1a/get/responses/200/content/application~1json';

describe('an example that breaks its schema is a defect', () => {
  test.each<[what: string, document: object, line: string]>([
    [
      'of a body',
      respond({ schema: COUNT, example: TWO.value }),
      `example ${MEDIA}/example/count "count": expected integer, got string "2"`,
    ],
    [
      'of a body, one of several',
      respond({ schema: COUNT, examples: { good: { value: {} }, bad: { value: TWO.value } } }),
      `example ${MEDIA}/examples/bad/value/count "count": expected integer, got string "2"`,
    ],
    [
      'that is shared',
      {
        ...respond({ schema: COUNT, examples: { two: { $ref: '#/components/examples/Two' } } }),
        components: { examples: { Two: { value: TWO.value } } },
      },
      'example /components/examples/Two/value/count "count": expected integer, got string "2"',
    ],
    [
      'of an XML body',
      respond(
        { schema: { ...COUNT, xml: { name: 'r' } }, example: '<r><count>x</count></r>' },
        'text/xml',
      ),
      'example /paths/~1a/get/responses/200/content/text~1xml/example "count": expected integer, got string "x"',
    ],
    [
      'of a parameter',
      {
        paths: {
          '/a': {
            parameters: [{ name: 'p', in: 'query', schema: { type: 'integer' }, example: 'x' }],
          },
        },
      },
      'example /paths/~1a/parameters/0/example expected integer, got string "x"',
    ],
    [
      'of a header',
      { components: { headers: { X: { schema: { maximum: 1 }, examples: { a: { value: 2 } } } } } },
      'example /components/headers/X/examples/a/value expected <= 1, got number 2',
    ],
    [
      'of a schema',
      { components: { schemas: { A: { type: 'integer', examples: [1, 'x'] } } } },
      'example /components/schemas/A/examples/1 expected integer, got string "x"',
    ],
    [
      'of a property',
      { components: { schemas: { A: { properties: { b: { type: 'integer', example: 'x' } } } } } },
      'example /components/schemas/A/properties/b/example expected integer, got string "x"',
    ],
    [
      'that is a default',
      { components: { schemas: { A: { type: 'integer', default: null } } } },
      'example /components/schemas/A/default expected integer, got null',
    ],
    [
      'for want of a member',
      { components: { schemas: { A: { required: ['b'], examples: [{}] } } } },
      'example /components/schemas/A/examples/0/b "b": expected a value, got nothing',
    ],
  ])('%s', (_what, document, line) => {
    expect(find(document)).toEqual([line]);
  });

  test('beside a keyword that is unknown and a pattern that is none', () => {
    const schema = {
      typ: 1,
      properties: { a: { type: 'integer', pattern: '(' } },
      examples: [{ a: 'x' }],
    };
    expect(findIn(schema)).toEqual([
      'keyword /components/schemas/A/typ expected a keyword of JSON Schema 2020-12, found "typ"',
      expect.stringMatching(/^pattern \/components\/schemas\/A\/properties\/a\/pattern /),
      'example /components/schemas/A/examples/0/a "a": expected integer, got string "x"',
    ]);
  });
});

describe('a schema that cannot be compiled is a defect', () => {
  test.each<[what: string, schema: object, line: RegExp]>([
    [
      'without an example',
      { $ref: '#/components/schemas/No' },
      /^schema \/components\/schemas\/A expected a schema that can be enforced, found: can't resolve/,
    ],
    [
      'that says what has no effect',
      { if: true },
      /found: strict mode: "if" without "then" and "else" is ignored$/,
    ],
    [
      'that asks for itself',
      { allOf: [{ $ref: '#/components/schemas/A' }] },
      /^schema \/components\/schemas\/A expected a schema of finite depth, found one that contains itself/,
    ],
  ])('%s', (_what, schema, line) => {
    expect(findIn(schema)).toEqual([expect.stringMatching(line)]);
  });

  test('once, by the keyword whose value is wrong', () => {
    const user = { $ref: '#/components/schemas/A', examples: [1] };
    const schemas = { A: { required: true }, B: user };
    expect(find({ components: { schemas } })).toEqual([
      'value /components/schemas/A/required expected a list of strings as "required", found boolean true',
    ]);
  });
});

test.each(OWN_CONTRACTS.map(({ name, contract }) => [name, contract]))(
  '%s has no defect',
  async (_name, file) => {
    expect(findDefects(await loadContract(file))).toEqual([]);
  },
);

describe('a member that is hidden in the direction of an example may be missing', () => {
  const ACCOUNT = {
    type: 'object',
    required: ['id', 'password'],
    properties: {
      id: { type: 'integer', readOnly: true },
      password: { type: 'string', writeOnly: true },
    },
  };
  const SHOWN = { id: 1 };
  const SENT = { password: 'x' };
  const send = (example: object) => ({
    paths: {
      '/a': {
        post: {
          requestBody: { content: { 'application/json': { schema: ACCOUNT, example } } },
          responses: { 204: { description: 'Done.' } },
        },
      },
    },
  });

  test.each<[what: string, document: object]>([
    ['in a response', respond({ schema: ACCOUNT, example: SHOWN })],
    ['in a request', send(SENT)],
    ['at a schema, in either', { components: { schemas: { A: { ...ACCOUNT, example: SENT } } } }],
    [
      'at a schema, in the other',
      { components: { schemas: { A: { ...ACCOUNT, example: SHOWN } } } },
    ],
  ])('%s', (_, document) => {
    expect(find(document)).toEqual([]);
  });

  test.each<[what: string, document: object, missing: string]>([
    ['a response', respond({ schema: ACCOUNT, example: SENT }), 'id'],
    ['a request', send(SHOWN), 'password'],
    ['a schema', { components: { schemas: { A: { ...ACCOUNT, example: {} } } } }, 'id'],
  ])('but not another one of %s', (_, document, missing) => {
    expect(find(document)).toEqual([expect.stringContaining(`"${missing}"`)]);
  });
});
