import { describe, expect, test } from 'vitest';
import { pickReachable } from '../../../src/contract/model/pick-reachable.ts';

const LEAF = { type: 'string' };
const NODE = {
  properties: {
    next: { $ref: '#/components/schemas/Node' },
    leaf: { $ref: '#/components/schemas/a~1b' },
  },
};
const document = {
  openapi: '3.1.0',
  paths: { '/a': { get: { responses: {} } }, '/b': {} },
  components: { schemas: { Node: NODE, 'a/b': LEAF, Other: {} }, responses: { Other: {} } },
};

describe('pickReachable', () => {
  test('takes what is referred to, also through others and in circles', () => {
    expect(pickReachable(document, [{ $ref: '#/components/schemas/Node' }])).toEqual({
      components: { schemas: { Node: NODE, 'a/b': LEAF } },
    });
  });

  test('takes the whole component around a deeper reference', () => {
    const picked = pickReachable(document, { $ref: '#/components/schemas/Node/properties/next' });
    expect(picked).toEqual({ components: { schemas: { Node: NODE, 'a/b': LEAF } } });
  });

  test('takes a path item that is referred to', () => {
    expect(pickReachable(document, { $ref: '#/paths/~1a/get' })).toEqual({
      paths: { '/a': document.paths['/a'] },
    });
  });

  test('takes nothing for a node without references', () => {
    expect(pickReachable(document, { $ref: 1, value: null })).toEqual({});
  });

  test.each(['#/components/schemas/Gone', '#/no', '#/components/schemas/Node/%', '#/'])(
    'skips %s, which leads nowhere or to nothing more',
    (ref) => {
      const picked = pickReachable(document, { properties: { a: { $ref: ref } }, b: NODE });
      expect(picked).toEqual({ components: { schemas: { Node: NODE, 'a/b': LEAF } } });
    },
  );

  test('leaves the document as it was', () => {
    const before = structuredClone(document);
    pickReachable(document, document);
    expect(document).toEqual(before);
  });
});
