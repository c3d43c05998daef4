import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { writeFiles } from '../../support/write-files.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n';
const INTEGER = 'type: integer';

/** What is wrong with a value by the schema `It` of a file, in which the others stand too. */
async function check(
  schemas: Record<string, string>,
  value: unknown,
  files: Record<string, string> = {},
): Promise<string[]> {
  const lines = Object.entries(schemas).map(([name, schema]) => `    ${name}: ${schema}\n`);
  const text = `${HEAD}components:\n  schemas:\n${lines.join('')}`;
  await using written = await writeFiles({ 'a.yaml': text, ...files });
  const contract = await loadContract(written.files[0] ?? '');
  const place = { pointer: '/components/schemas/It', schema: {} };
  return createSchemaValidator(contract)(place, value, 'body').map(formatViolation);
}

describe('a schema is found', () => {
  test.each<[how: string, schemas: Record<string, string>, files?: Record<string, string>]>([
    ['by its $anchor', { It: '{ $ref: "#n" }', N: `{ $anchor: n, ${INTEGER} }` }],
    [
      'by its $anchor inside another',
      { It: `{ $defs: { N: { $anchor: n, ${INTEGER} } }, $ref: "#n" }` },
    ],
    ['by its $dynamicAnchor', { It: '{ $ref: "#n" }', N: `{ $dynamicAnchor: n, ${INTEGER} }` }],
    [
      'by an absolute $id',
      { It: '{ $ref: "https://a.test/n" }', N: `{ $id: "https://a.test/n", ${INTEGER} }` },
    ],
    [
      'by an $id that ends in an empty fragment',
      { It: '{ $ref: "https://a.test/n" }', N: `{ $id: "https://a.test/n#", ${INTEGER} }` },
    ],
    [
      'by a name of no host',
      { It: '{ $ref: "urn:example:n" }', N: `{ $id: "urn:example:n", ${INTEGER} }` },
    ],
    [
      'by an $id relative to the file',
      { It: '{ $ref: /schemas/n }', N: `{ $id: /schemas/n, ${INTEGER} }` },
    ],
    [
      'relative to the $id of the schema around the reference',
      {
        It: '{ $id: "https://a.test/x/it", allOf: [{ $ref: n }] }',
        N: `{ $id: "https://a.test/x/n", ${INTEGER} }`,
      },
    ],
    [
      'relative to the nearest $id',
      {
        It: '{ $id: "https://a.test/it", allOf: [{ $id: b/c, allOf: [{ $ref: n }] }] }',
        N: `{ $id: "https://a.test/b/n", ${INTEGER} }`,
      },
    ],
    [
      'by a pointer into one with an $id',
      {
        It: '{ $ref: "https://a.test/n#/$defs/x" }',
        N: `{ $id: "https://a.test/n", $defs: { x: { ${INTEGER} } } }`,
      },
    ],
    [
      'by an anchor in one with an $id',
      {
        It: '{ $ref: "https://a.test/n#x" }',
        N: `{ $id: "https://a.test/n", $defs: { x: { $anchor: x, ${INTEGER} } } }`,
      },
    ],
    [
      'by a pointer that begins at the $id around it',
      { It: `{ $id: "https://a.test/it", $ref: "#/$defs/x", $defs: { x: { ${INTEGER} } } }` },
    ],
    [
      'by a pointer that begins at the document in spite of an $id',
      { It: '{ $id: "https://a.test/it", $ref: "#/components/schemas/N" }', N: `{ ${INTEGER} }` },
    ],
    [
      'in another file by its $id',
      { It: '{ $ref: b.json#/$defs/b }' },
      {
        'b.json': `{ "$defs": { "b": { "$ref": "https://a.test/n" }, "n": { "$id": "https://a.test/n", "type": "integer" } } }`,
      },
    ],
    [
      'in another file by an anchor',
      { It: '{ $ref: "b.json#n" }' },
      {
        'b.json':
          '{ "$id": "https://a.test/b", "$defs": { "n": { "$anchor": "n", "type": "integer" } } }',
      },
    ],
    [
      'in another file by the $id that a third file knows',
      { It: '{ allOf: [{ $ref: b.json }, { $ref: c.json }] }' },
      {
        'b.json': '{ "$ref": "https://a.test/c" }',
        'c.json': '{ "$id": "https://a.test/c", "type": "integer" }',
      },
    ],
    [
      'though it has an id of draft 4',
      { It: '{ $ref: "#/components/schemas/N" }', N: `{ id: "x", ${INTEGER} }` },
    ],
    ['by a $dynamicRef', { It: '{ $dynamicRef: "#n" }', N: `{ $dynamicAnchor: n, ${INTEGER} }` }],
    [
      'by a $dynamicRef to a pointer',
      { It: '{ $dynamicRef: "#/components/schemas/N" }', N: `{ ${INTEGER} }` },
    ],
  ])('%s', async (_how, schemas, files) => {
    expect(await check(schemas, 1, files)).toEqual([]);
    expect(await check(schemas, 'x', files)).toContain('body: expected integer, got string "x"');
  });

  test('by a $dynamicRef inside itself', async () => {
    const It =
      '{ $dynamicAnchor: node, properties: { v: { type: integer }, next: { $dynamicRef: "#node" } } }';
    expect(await check({ It }, { next: { next: { v: 1 } } })).toEqual([]);
    expect(await check({ It }, { next: { next: { v: 'x' } } })).toHaveLength(1);
  });

  test('by a $dynamicRef that others than the default fill in', async () => {
    const schemas = {
      List: '{ $id: list, items: { $dynamicRef: "#item" }, $defs: { item: { $dynamicAnchor: item, not: true } } }',
      It: '{ $id: it, $ref: list, $defs: { item: { $dynamicAnchor: item, type: integer } } }',
    };
    expect(await check(schemas, [1])).toEqual([]);
    expect(await check(schemas, ['x'])).not.toEqual([]);
  });
});

test.each(['default', 'example', 'const', 'x-note'])(
  'a name means nothing in %s',
  async (keyword) => {
    const named = '{ $id: "http://{domain}/m", $anchor: "1 2", id: 1 }';
    const schemas = {
      It: `{ properties: { a: { type: integer, ${keyword}: ${named} }, b: { ${keyword}: ${named}, type: integer } } }`,
    };
    const bad = { a: 'x', b: 'x' };
    expect((await check(schemas, bad)).filter((line) => line.includes('integer'))).toHaveLength(2);
  },
);
