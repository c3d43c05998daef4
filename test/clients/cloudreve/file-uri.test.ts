import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFileUri } from '../../../mocks/cloudreve/file-uri.ts';
import {
  buildFileUri,
  type FileUri,
  parseFileUri,
} from '../../../src/clients/cloudreve/file-uri.ts';
import { propertyRuns } from '../../support/property-runs.ts';

/** The first three are those of https://docs.cloudreve.org/en/api/file-uri; a real server answered to the others. */
test.each<[string, FileUri]>([
  ['cloudreve://my/Inspirations', { fileSystem: 'my', path: ['Inspirations'] }],
  ['cloudreve://bnUn@my/Inspirations', { fileSystem: 'my', id: 'bnUn', path: ['Inspirations'] }],
  ['cloudreve://EBuq:745@share', { fileSystem: 'share', id: 'EBuq', password: '745', path: [] }],
  ['cloudreve://my', { fileSystem: 'my', path: [] }],
  ['cloudreve://my/', { fileSystem: 'my', path: [] }],
  ['cloudreve://my/Docs/', { fileSystem: 'my', path: ['Docs'] }],
  ['cloudreve://my//Docs//a.txt', { fileSystem: 'my', path: ['Docs', 'a.txt'] }],
  ['cloudreve://my/./Docs/./a.txt', { fileSystem: 'my', path: ['Docs', 'a.txt'] }],
  ['cloudreve://my/Docs/Sub/../a.txt', { fileSystem: 'my', path: ['Docs', 'a.txt'] }],
  ['cloudreve://my/Docs%2Fa.txt', { fileSystem: 'my', path: ['Docs', 'a.txt'] }],
  ['cloudreve://my/Sp+ace', { fileSystem: 'my', path: ['Sp+ace'] }],
  ['cloudreve://my/Sp%20ace/ü%20ö%231.txt', { fileSystem: 'my', path: ['Sp ace', 'ü ö#1.txt'] }],
  ['cloudreve://shared_with_me/8Y1SX', { fileSystem: 'shared_with_me', path: ['8Y1SX'] }],
  ['cloudreve://my/Docs#x', { fileSystem: 'my', path: ['Docs'] }],
  ['CLOUDREVE://My/a', { fileSystem: 'my', path: ['a'] }],
])('%s has these parts', (text, parts) => {
  expect(parseFileUri(text)).toEqual(parts);
});

test('a query is part of a file URI', () => {
  const { query, path } = parseFileUri('cloudreve://my/Docs?name=a+b&type=file');
  expect([path, [...(query ?? [])]]).toEqual([
    ['Docs'],
    [
      ['name', 'a b'],
      ['type', 'file'],
    ],
  ]);
  const search = new URLSearchParams({ name: 'a&b' });
  expect(buildFileUri({ fileSystem: 'my', path: ['Docs'], query: search })).toBe(
    'cloudreve://my/Docs?name=a%26b',
  );
});

test.each([
  ['', 'another form'],
  ['http://my/Docs', 'another form'],
  ['cloudreve:my/Docs', 'another form'],
  ['cloudreve://', 'another form'],
  ['cloudreve://my:80/Docs', 'another form'],
  ['cloudreve://a@b@my', 'another form'],
  ['cloudreve://EBuq:secret@share/100%', 'a "%" that encodes nothing'],
  ['cloudreve://EBuq:secret%zz@share', 'a "%" that encodes nothing'],
])('refuses "%s" without repeating it', (text, found) => {
  expect(() => parseFileUri(text)).toThrow(TypeError);
  expect(() => parseFileUri(text)).toThrow(found);
  expect(() => parseFileUri(text)).not.toThrow('secret');
});

test.each<[string, FileUri]>([
  ['expected a file system such as "my", found "a/b".', { fileSystem: 'a/b', path: [] }],
  ['found "a/b". Give one item for each name.', { fileSystem: 'my', path: ['a/b'] }],
  ['found "..". Give one item for each name.', { fileSystem: 'my', path: ['a', '..'] }],
  ['found "". Give one item for each name.', { fileSystem: 'my', path: [''] }],
  ['expected the id of a share', { fileSystem: 'share', password: 'x', path: [] }],
])('does not write what no file has: %s', (message, parts) => {
  expect(() => buildFileUri(parts)).toThrow(message);
});

describe('a file URI of any parts', () => {
  const name = fc
    .string({ unit: 'binary', minLength: 1 })
    .map((text) => text.replaceAll('/', '_').toWellFormed())
    .filter((text) => !['.', '..'].includes(text));
  const user = fc.option(
    fc.record(
      { id: fc.stringMatching(/^[A-Za-z\d]{1,8}$/), password: fc.string({ unit: 'grapheme' }) },
      { requiredKeys: ['id'] },
    ),
    { nil: {} },
  );
  const fileSystem = fc.constantFrom('my', 'share', 'shared_with_me', 'trash');
  const parts: fc.Arbitrary<FileUri> = fc
    .record({ fileSystem, user, path: fc.array(name) })
    .map(({ user: who, ...rest }) => ({ ...rest, ...who }));

  test('is read as it was written', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseFileUri(buildFileUri(given))).toEqual(given);
      }),
      propertyRuns(200),
    );
  });

  test('is read by the mock with the same parts', () => {
    fc.assert(
      fc.property(parts, ({ id = '', password = '', ...given }) => {
        const text = buildFileUri({ ...given, ...(id !== '' && { id, password }) });
        expect(readFileUri(text)).toMatchObject({
          fileSystem: given.fileSystem,
          id,
          password,
          names: given.path,
        });
      }),
      propertyRuns(200),
    );
  });
});
