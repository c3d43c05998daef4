import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { findSchemaDefects } from '../../../src/contract/defects/find-schema-defects.ts';
import { KEYWORDS } from '../../../src/contract/defects/json-schema-keywords.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { OWN_CONTRACTS } from '../../support/own-project.ts';

/** Problems of a schema that stands among the components, each after its pointer below the schema. */
function check(schema: unknown): string[] {
  const found = findSchemaDefects({ components: { schemas: { A: schema } } });
  return found.map(
    ({ pointer, problem }) => `${pointer.replace('/components/schemas/A', '')} ${problem}`,
  );
}

describe('findSchemaDefects', () => {
  test.each<[schema: unknown, problem: string]>([
    [{ typ: 'string' }, '/typ expected a keyword of JSON Schema 2020-12, found "typ"'],
    [{ nullable: true }, '/nullable expected a keyword of JSON Schema 2020-12, found "nullable"'],
    [{ paths: 1 }, '/paths expected a keyword of JSON Schema 2020-12, found "paths"'],
    [
      { constructor: 1 },
      '/constructor expected a keyword of JSON Schema 2020-12, found "constructor"',
    ],
    [{ format: 'ulid' }, '/format expected a format that can be checked, found "ulid"'],
    [{ pattern: '(' }, '/pattern expected a regular expression (ECMA-262, flag u), found "("'],
    [
      { pattern: '\\_' },
      '/pattern expected a regular expression (ECMA-262, flag u), found "\\\\_"',
    ],
    [{ required: true }, '/required expected a list of strings as "required", found boolean true'],
    [{ required: [1] }, '/required expected a list of strings as "required", found array [1]'],
    [{ enum: 'a' }, '/enum expected a list as "enum", found string "a"'],
    [{ minimum: '1' }, '/minimum expected a number as "minimum", found string "1"'],
    [
      { exclusiveMinimum: true },
      '/exclusiveMinimum expected a number as "exclusiveMinimum", found boolean true',
    ],
    [{ minLength: -1 }, '/minLength expected an integer >= 0 as "minLength", found number -1'],
    [{ multipleOf: 0 }, '/multipleOf expected a number > 0 as "multipleOf", found number 0'],
    [{ items: [{}] }, '/items expected a schema as "items", found array [{}]'],
    [{ allOf: [] }, '/allOf expected a list of schemas as "allOf", found array []'],
    [
      { properties: { a: 1 } },
      '/properties expected an object of schemas as "properties", found object {"a":1}',
    ],
    [{ uniqueItems: 1 }, '/uniqueItems expected true or false as "uniqueItems", found number 1'],
    [
      { discriminator: 'a' },
      '/discriminator expected an object as "discriminator", found string "a"',
    ],
    [{ title: 1 }, '/title expected a string as "title", found number 1'],
    [
      { properties: { 'a/b': { typ: 1 } } },
      '/properties/a~1b/typ expected a keyword of JSON Schema 2020-12, found "typ"',
    ],
    [
      { if: { else: { typ: 1 } } },
      '/if/else/typ expected a keyword of JSON Schema 2020-12, found "typ"',
    ],
    [
      { prefixItems: [{ typ: 1 }] },
      '/prefixItems/0/typ expected a keyword of JSON Schema 2020-12, found "typ"',
    ],
    [
      { $defs: { a: { typ: 1 } } },
      '/$defs/a/typ expected a keyword of JSON Schema 2020-12, found "typ"',
    ],
  ])('finds what is wrong with %j', (schema, problem) => {
    expect(check(schema)).toEqual([problem]);
  });

  test('names an unknown type', () => {
    expect(check({ type: ['strin', 'null'] })).toEqual([
      expect.stringMatching(/^\/type expected array, boolean, .+ as "type", found array/),
    ]);
  });

  test.each<[schema: unknown]>([
    [true],
    [{}],
    [{ 'x-a.b': 1, 'x-format': 'ulid' }],
    [{ type: ['string', 'null'], format: 'date-time', pattern: '^\\p{L}+$' }],
    [{ properties: { typ: { type: 'string' }, nullable: true, $ref: { type: 'string' } } }],
    [{ enum: [{ typ: 1 }], const: { typ: 1 }, default: { typ: 1 }, examples: [{ typ: 1 }] }],
    [{ discriminator: { propertyName: 'a' }, xml: { name: 'a' }, externalDocs: { url: '/' } }],
  ])('finds nothing wrong with %j', (schema) => {
    expect(check(schema)).toEqual([]);
  });

  test('visits schemas wherever they stand, and each once', () => {
    const schema = { typ: 1 };
    const content = { 'application/json': { schema } };
    const found = findSchemaDefects({
      paths: {
        '/a': {
          parameters: [{ schema: { typ: 1 } }],
          get: {
            parameters: [{ content: { 'application/json': { schema: { typ: 1 } } } }],
            requestBody: { content },
            responses: { 200: { content, headers: { X: { schema: { typ: 1 } } } } },
            callbacks: {
              c: {
                '{$url}': { post: { requestBody: { content: { a: { schema: { typ: 1 } } } } } },
              },
            },
          },
        },
        'x-note': { get: { requestBody: { content: { a: { schema: { typ: 1 } } } } } },
      },
    });
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/paths/~1a/parameters/0/schema/typ',
      '/paths/~1a/get/parameters/0/content/application~1json/schema/typ',
      '/paths/~1a/get/requestBody/content/application~1json/schema/typ',
      '/paths/~1a/get/responses/200/headers/X/schema/typ',
      '/paths/~1a/get/callbacks/c/{$url}/post/requestBody/content/a/schema/typ',
    ]);
  });

  test('finds a format that an upgrade from OpenAPI 3.0 has set aside', () => {
    expect(check({ type: 'string', 'x-unchecked-format': 'ulid' })).toEqual([
      '/x-unchecked-format expected a format that can be checked, found "ulid"',
    ]);
  });

  test.each(OWN_CONTRACTS.map(({ name, contract }) => [name, contract]))(
    'finds nothing wrong with %s',
    async (_name, file) => {
      const { document } = await loadContract(file);
      expect(findSchemaDefects(document)).toEqual([]);
    },
  );
});

describe('KEYWORDS', () => {
  /** Names that ajv knows and JSON Schema 2020-12 does not have. */
  const OTHER = ['id', 'nullable', '$async', '$recursiveRef', '$recursiveAnchor'];
  const OPENAPI = ['discriminator', 'xml', 'externalDocs', 'example'];
  /** Names of ajv that are in no list of its own. */
  const CORE = ['$anchor'];

  test('are those of the validator and of OpenAPI', () => {
    const { keywords } = new Ajv2020().RULES;
    const known = Object.keys(keywords).filter((name) => !OTHER.includes(name));
    expect([...KEYWORDS.keys()].sort()).toEqual(
      [...new Set([...known, ...OPENAPI, ...CORE])].sort(),
    );
  });
});
