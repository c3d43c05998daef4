import { describe, expect, test } from 'vitest';
import { readGoJson } from '../../../mocks/cloudreve/go-json.ts';

const members = [
  { name: 'uri', types: ['string'], schema: {} },
  { name: 'downloads', types: ['integer', 'null'], schema: {} },
  { name: 'list', types: ['array'], schema: {} },
];
const read = (text: string | Buffer) => readGoJson(Buffer.from(text), members);

describe('readGoJson', () => {
  test.each<[text: string, value: unknown]>([
    ['{"uri":"a"} and more', { uri: 'a' }],
    ['{"uri":"}{"}{}', { uri: '}{' }],
    ['[1,{"a":[]}] x', [1, { a: [] }]],
    ['  \n{"URI":"a","Downloads":3}', { uri: 'a', downloads: 3 }],
    ['{"uri":"a","URI":"b"}', { uri: 'b' }],
    ['null', {}],
    ['7', 7],
    ['"x"', 'x'],
    ['{"other":1.0,"list":[1.0]}', { other: 1, list: [1] }],
    ['{"downloads":9223372036854775807}', { downloads: Number(2n ** 63n - 1n) }],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  test.each(['1.0', '1e2', '99999999999999999999', '-9223372036854775809'])(
    'leaves %s a text where an int64 is expected, so that its type is refused',
    (number) => {
      expect(read(`{"downloads":${number}}`)).toEqual({ downloads: number });
    },
  );

  test.each(['', '{', '{"uri":"a",}', 'hello', '\ufeff{"uri":"a"}', '{"uri":"a"'])(
    'reads nothing of %j',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  test.each(['1', '1.0'])(
    'reads nothing that is nested too deep to be walked, down to %s',
    (number) => {
      expect(read(`{"uri":${'['.repeat(500)}${number}${']'.repeat(500)}}`)).toBeUndefined();
      expect(
        read(`{"uri":${'{"a":'.repeat(20_000)}${number}${'}'.repeat(20_000)}}`),
      ).toBeUndefined();
      expect(read(`{"uri":${'['.repeat(400)}${number}${']'.repeat(400)}}`)).toBeDefined();
    },
  );

  test('looks at each character of hostile text once', () => {
    expect(read(`{"${'\\"'.repeat(5_000_000)}`)).toBeUndefined();
  });

  test('replaces bytes that are no UTF-8', () => {
    const bytes = Buffer.from('{"uri":"\xff"}', 'latin1');
    expect(read(bytes)).toEqual({ uri: '\ufffd' });
  });

  test('reads a member of an object named like one of all objects', () => {
    expect(Object.entries(read('{"__proto__":1,"constructor":2}') ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });
});
