import { describe, expect, test } from 'vitest';
import { expandSchema } from '../../src/mcp/expand-schema.ts';

const schemas = {
  Leaf: { type: 'string' },
  Named: { title: 'Own', type: 'string' },
  Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
  One: { items: { $ref: '#/components/schemas/Two' } },
  Two: { items: { $ref: '#/components/schemas/Leaf' } },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const document = { components: { schemas } };

describe('expandSchema', () => {
  test.each<[what: string, part: object, depth: number, value: object, isCut: boolean]>([
    ['names what a reference led to', ref('Leaf'), 1, { title: 'Leaf', type: 'string' }, false],
    ['keeps a title', ref('Named'), 1, { title: 'Own', type: 'string' }, false],
    [
      'lets what stands beside a reference win',
      { ...ref('Leaf'), description: 'x' },
      1,
      { title: 'Leaf', type: 'string', description: 'x' },
      false,
    ],
    [
      'keeps a reference back',
      ref('Node'),
      5,
      { title: 'Node', type: 'object', properties: { next: ref('Node') } },
      false,
    ],
    [
      'follows references below each other',
      ref('One'),
      3,
      { title: 'One', items: { title: 'Two', items: { title: 'Leaf', type: 'string' } } },
      false,
    ],
    ['keeps those that lie deeper', ref('One'), 1, { title: 'One', items: ref('Two') }, true],
    ['keeps all at depth 0', ref('One'), 0, ref('One'), true],
  ])('%s', (_what, part, depth, value, isCut) => {
    expect(expandSchema(document, part, depth)).toEqual({ value, isCut });
  });

  test('ends for references that lead to more than a memory holds', () => {
    const level = (next: string) => ({ prefixItems: Array.from({ length: 100 }, () => ref(next)) });
    const bomb = { A: level('B'), B: level('C'), C: level('D'), D: level('E'), E: {} };
    const { value, isCut } = expandSchema({ components: { schemas: bomb } }, ref('A'), 6);
    expect(isCut).toBe(true);
    expect(JSON.stringify(value).length).toBeLessThan(2_000_000);
  });
});
