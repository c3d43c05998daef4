import { describe, expect, test } from 'vitest';
import { describeFormats } from '../../../src/contract/defects/describe-formats.ts';
import { findSchemaDefects } from '../../../src/contract/defects/find-schema-defects.ts';

/** What is said of the formats of one schema after another. */
function describeAll(...formats: string[]): Promise<string | undefined> {
  const schemas = Object.fromEntries(formats.map((format, index) => [`A${index}`, { format }]));
  const locate = async (pointer: string) => ({ source: 'a.yaml', pointer, line: 2, column: 3 });
  return describeFormats({ locate }, findSchemaDefects({ components: { schemas } }));
}

describe('describeFormats', () => {
  test.each<[formats: string[], line: string | undefined]>([
    [[], undefined],
    [['date-time', 'uuid'], undefined],
    [['ulid'], 'a.yaml:2:3: 1 format in 1 place cannot be checked and is passed over: "ulid".'],
    [
      ['uint32', 'money', 'date', 'uint32'],
      'a.yaml:2:3: 2 formats in 3 places cannot be checked and are passed over: "uint32", "money". This is the first place.',
    ],
    [
      [...'abcdefghijk'],
      'a.yaml:2:3: 11 formats in 11 places cannot be checked and are passed over: "a", "b", "c", "d", "e", "f", "g", "h" and 3 more. This is the first place.',
    ],
  ])('says of %j in one line: %s', async (formats, line) => {
    expect(await describeAll(...formats)).toBe(line);
  });
});
