import { describe, expect, test } from 'vitest';
import { ContractError } from '../../../src/contract/model/contract-error.ts';
import {
  child,
  children,
  dataAt,
  descend,
  escapeToken,
  jump,
  openDocument,
  text,
} from '../../../src/contract/model/json-cursor.ts';

const chain = {
  first: { $ref: '#/second' },
  second: { $ref: '#/third', description: 'Reference Object with a description.' },
  third: { value: 1 },
};

describe('child', () => {
  test('follows a chain of references to the node that is really there', () => {
    const found = child(openDocument(chain), 'first');
    expect(found?.node).toEqual({ value: 1 });
    expect(found?.pointer).toBe('/third');
  });

  test('goes on below a reference with the pointer of its target', () => {
    expect(descend(openDocument(chain), 'first', 'value')?.pointer).toBe('/third/value');
  });

  test('leaves a schema whose reference has siblings as it is', () => {
    const node = { $ref: '#/string', minLength: 1 };
    const found = child(openDocument({ schema: node, string: { type: 'string' } }), 'schema');
    expect(found?.node).toEqual(node);
    expect(found?.pointer).toBe('/schema');
  });

  test('follows a reference with a specification extension beside it', () => {
    const document = { a: { $ref: '#/b', 'x-provenance': { level: 'assumed' } }, b: { it: 1 } };
    expect(child(openDocument(document), 'a')?.node).toEqual({ it: 1 });
  });

  test.each([
    ['a member that is not there', {}, 'a'],
    ['a member of the prototype', {}, 'toString'],
    ['an item beyond the end', ['a'], 1],
    ['a member of text', 'text', 'length'],
    ['a member of null', null, 'a'],
  ])('finds nothing under %s', (_what, document, key) => {
    expect(child(openDocument(document), key)).toBeUndefined();
  });

  test.each([
    ['to itself', { a: { $ref: '#/a' } }, '"#/a" refers to itself.'],
    [
      'in a circle',
      { a: { $ref: '#/b' }, b: { $ref: '#/c' }, c: { $ref: '#/b' } },
      '"#/b" refers to itself.',
    ],
    ['nowhere', { a: { $ref: '#/no/such' } }, '"#/no/such" does not exist.'],
    [
      'out of the bundle',
      { a: { $ref: 'other.yaml#/b' } },
      '"other.yaml#/b" is not a reference inside the bundle.',
    ],
    [
      'by broken percent-encoding',
      { a: { $ref: '#/100%' } },
      '"#/100%" is not valid percent-encoding.',
    ],
  ])('throws ContractError for a reference %s', (_where, document, message) => {
    const use = () => child(openDocument(document), 'a');
    expect(use).toThrow(ContractError);
    expect(use).toThrow(expect.objectContaining({ message, pointer: '/a' }));
  });
});

describe('dataAt', () => {
  test('takes a reference for data', () => {
    const found = dataAt(openDocument({ a: { $ref: '#/b' }, b: 1 }), 'a');
    expect(found).toMatchObject({ node: { $ref: '#/b' }, pointer: '/a' });
  });
});

describe('descend', () => {
  test('stops at the first key that is missing', () => {
    expect(descend(openDocument({ a: {} }), 'a', 'b', 'c')).toBeUndefined();
  });

  test('reaches an item of an array', () => {
    expect(descend(openDocument({ a: ['x', 'y'] }), 'a', 1)?.pointer).toBe('/a/1');
  });
});

describe('children', () => {
  test('lists members in document order with references followed', () => {
    const list = children(openDocument({ z: { $ref: '#/a' }, a: { it: 1 } }));
    expect(list.map(([key, { pointer }]) => [key, pointer])).toEqual([
      ['z', '/a'],
      ['a', '/a'],
    ]);
  });

  test('lists items of an array under their index', () => {
    const list = children(openDocument(['x', 'y']));
    expect(list.map(([key, { node }]) => [key, node])).toEqual([
      ['0', 'x'],
      ['1', 'y'],
    ]);
  });

  test.each([undefined, openDocument('text'), openDocument(null), openDocument(1)])(
    'has none for %j',
    (cursor) => {
      expect(children(cursor)).toEqual([]);
    },
  );
});

describe('text', () => {
  test('is the string under a key, and nothing for any other value', () => {
    const cursor = openDocument({ a: 'x', b: 1 });
    expect([text(cursor, 'a'), text(cursor, 'b'), text(cursor, 'c')]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
  });
});

describe('JSON Pointers', () => {
  test.each([
    ['/', '~1'],
    ['~', '~0'],
    ['~1', '~01'],
    [0, '0'],
  ])('escape the token %j as %s', (key, token) => {
    expect(escapeToken(key)).toBe(token);
  });

  test.each([
    ['#/paths/~1a~1{id}/get', '/paths/~1a~1{id}/get'],
    ['#/paths/~1a~1%7Bid%7D/get', '/paths/~1a~1{id}/get'],
  ])('lead from %s to the node they name', (ref, pointer) => {
    const document = { paths: { '/a/{id}': { get: 'here' } } };
    expect(jump(document, ref)).toEqual({ document, pointer, node: 'here' });
  });

  test('unescape "~01" to "~1"', () => {
    expect(jump({ '~1': 'here', '/': 'not here' }, '#/~01').node).toBe('here');
  });

  test('lead to the whole document when empty', () => {
    const document = { a: 1 };
    expect(jump(document, '#').node).toBe(document);
  });
});
