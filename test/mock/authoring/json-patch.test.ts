import { describe, expect, test } from 'vitest';
import { applyJsonPatch } from '../../../src/mock/authoring/json-patch.ts';

/** https://www.rfc-editor.org/rfc/rfc6902#appendix-A */
const APPLIED: readonly (readonly [string, string, string])[] = [
  ['{"foo":"bar"}', '[{"op":"add","path":"/baz","value":"qux"}]', '{"foo":"bar","baz":"qux"}'],
  [
    '{"foo":["bar","baz"]}',
    '[{"op":"add","path":"/foo/1","value":"qux"}]',
    '{"foo":["bar","qux","baz"]}',
  ],
  ['{"foo":["bar"]}', '[{"op":"add","path":"/foo/-","value":["abc"]}]', '{"foo":["bar",["abc"]]}'],
  ['{"baz":"qux","foo":"bar"}', '[{"op":"remove","path":"/baz"}]', '{"foo":"bar"}'],
  ['{"foo":["bar","qux","baz"]}', '[{"op":"remove","path":"/foo/1"}]', '{"foo":["bar","baz"]}'],
  ['{"baz":"qux"}', '[{"op":"replace","path":"/baz","value":"boo"}]', '{"baz":"boo"}'],
  ['{"foo":["a","b"]}', '[{"op":"replace","path":"/foo/1","value":"c"}]', '{"foo":["a","c"]}'],
  ['{"a":{"b":1},"c":{}}', '[{"op":"move","from":"/a/b","path":"/c/d"}]', '{"a":{},"c":{"d":1}}'],
  [
    '{"foo":["all","grass","cows"]}',
    '[{"op":"move","from":"/foo/0","path":"/foo/2"}]',
    '{"foo":["grass","cows","all"]}',
  ],
  ['{"a":[1]}', '[{"op":"copy","from":"/a","path":"/b"}]', '{"a":[1],"b":[1]}'],
  [
    '{"a/b":1,"m~n":2}',
    '[{"op":"test","path":"/a~1b","value":1},{"op":"remove","path":"/m~0n"}]',
    '{"a/b":1}',
  ],
  ['{"a":1}', '[{"op":"replace","path":"","value":{"b":2}}]', '{"b":2}'],
  ['{}', '[{"op":"add","path":"/__proto__","value":{"a":1}}]', '{"__proto__":{"a":1}}'],
];

describe('applyJsonPatch', () => {
  test.each(APPLIED)('makes of %s by %s %s', (target, patch, result) => {
    const patched = applyJsonPatch(JSON.parse(target), JSON.parse(patch));
    expect('value' in patched && JSON.stringify(patched.value)).toBe(result);
  });

  test.each([
    ['{"a":1}', '[{"op":"remove","path":"/b"}]', '"/b" does not exist'],
    ['{"a":1}', '[{"op":"replace","path":"/b/c","value":1}]', '"/b/c" does not exist'],
    ['{"a":[1]}', '[{"op":"add","path":"/a/5","value":1}]', '"/a/5" is no place'],
    ['{"a":[1]}', '[{"op":"add","path":"/a/01","value":1}]', '"/a/01" is no place'],
    ['{"a":1}', '[{"op":"test","path":"/a","value":2}]', '"/a" has another value'],
    ['{"a":{}}', '[{"op":"move","from":"/a","path":"/a/b"}]', '"/a" cannot be moved into itself'],
    [
      '{"a":1}',
      '[{"op":"spin","path":"/a"}]',
      'expected "op" to be add, remove, replace, move, copy or test',
    ],
    ['{"a":1}', '[{"op":"remove"}]', 'expected a "path"'],
    ['{"a":1}', '[{"op":"copy","path":"/a"}]', 'expected a "from"'],
    ['{"a":1}', '[{"op":"remove","path":"a"}]', '"a" is no JSON Pointer'],
    ['{"a":1}', '[1]', 'expected an operation'],
    ['{"a":1}', '{}', 'expected an array of operations'],
    ['{}', '[{"op":"test","path":"/toString","value":1}]', '"/toString" does not exist'],
  ])('refuses for %s %s: %s', (target, patch, reason) => {
    expect(applyJsonPatch(JSON.parse(target), JSON.parse(patch))).toEqual({ failed: 0, reason });
  });

  test('leaves its target as it is, also where a later operation fails', () => {
    const target = { a: [1] };
    const patch = [
      { op: 'add', path: '/a/-', value: 2 },
      { op: 'remove', path: '/b' },
    ];
    expect(applyJsonPatch(target, patch)).toEqual({ failed: 1, reason: '"/b" does not exist' });
    expect(target).toEqual({ a: [1] });
  });
});
