import { describe, expect, test } from 'vitest';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { unrollRecursion } from '../../../src/mock/prism/unroll-recursion.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  Node: { type: 'object', properties: { next: ref('Node') } },
  Tree: { type: 'object', properties: { children: { type: 'array', items: ref('Tree') } } },
  Either: { anyOf: [{ type: 'string' }, { type: 'array', items: ref('Either') }] },
  Map: { type: 'object', additionalProperties: ref('Map') },
  Plain: { type: 'object', properties: { name: { type: 'string' } } },
  Holder: { type: 'object', properties: { node: ref('Node') } },
  Quote: { type: 'object', example: ref('Quote') },
  Never: false,
};
const resolve = createSchemaResolver({ components: { schemas } });
const unroll = (schema: unknown, own = '#/paths') => unrollRecursion(schema, own, resolve);

describe('unrollRecursion', () => {
  test.each(['Node', 'Tree', 'Either', 'Map'] as const)(
    'writes out %s, which refers to itself, once',
    (name) => {
      expect(unroll({ type: 'array', items: ref(name) })).toEqual({
        type: 'array',
        items: schemas[name],
      });
    },
  );

  test('writes a copy, as Prism ends at an object that it is inside of', () => {
    const { properties } = Object(unroll({ properties: { tree: ref('Tree') } }));
    expect(properties.tree).toEqual(schemas.Tree);
    expect(properties.tree.properties.children).not.toBe(schemas.Tree.properties.children);
  });

  test.each(['Plain', 'Holder', 'Quote', 'Never'])('leaves %s a reference', (name) => {
    const schema = { properties: { one: ref(name) } };
    expect(unroll(schema)).toBe(schema);
  });

  test('leaves the references of a schema to itself', () => {
    expect(unroll(schemas.Tree, '#/components/schemas/Tree')).toBe(schemas.Tree);
  });

  test('changes no data that looks like a reference', () => {
    const schema = { type: 'object', example: ref('Node'), enum: [ref('Node')] };
    expect(unroll(schema)).toBe(schema);
  });

  test('takes an object that stands in several places once', () => {
    const node = { properties: { next: ref('Node') } };
    const { allOf } = Object(unroll({ allOf: [node, node] }));
    expect(allOf[0]).toBe(allOf[1]);
    expect(allOf[0].properties.next).toEqual(schemas.Node);
  });

  test.each([true, undefined])('leaves %s', (schema) => expect(unroll(schema)).toBe(schema));
});
