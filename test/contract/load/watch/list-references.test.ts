import { mkdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { listReferences } from '../../../../src/contract/load/watch/list-references.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('listReferences', () => {
  test.each([
    ['$ref: a.yaml', ['a.yaml']],
    ['$ref: ./a.yaml#/Note', ['a.yaml']],
    ['{ $ref: a.yaml, description: b }', ['a.yaml']],
    ['[{$ref: a.yaml}]', ['a.yaml']],
    ['$ref: "a.yaml"', ['a.yaml']],
    ["$ref: 'my note.yaml'", ['my note.yaml']],
    ['$ref: my%20note.yaml#/a', ['my note.yaml']],
    ['{"$ref":"a.json#/Note"}', ['a.json']],
    ["'$ref': a.yaml", ['a.yaml']],
    ['$ref: a.yaml\n$ref: b.yaml', ['a.yaml', 'b.yaml']],
    ['$ref: "#/components/schemas/Note"', []],
    ["$ref: '#/components/schemas/Note'", []],
    ['$ref: https://example.com/a.yaml', []],
    ['ref: a.yaml', []],
    ['paths: [\n  $ref: a.yaml', ['a.yaml']],
  ])('finds in %j the files %j', async (text, names) => {
    const { write, at } = await makeFolder();
    const entry = await write('openapi.yaml', text);
    expect(listReferences(entry)).toEqual([entry, ...names.map(at)]);
  });

  test('follows references from the folder of each file, in circles too', async () => {
    const { write, at } = await makeFolder();
    await mkdir(at('schemas'));
    const entry = await write('openapi.yaml', '$ref: schemas/A.yaml');
    await write('schemas/A.yaml', '$ref: B.yaml');
    await write('schemas/B.yaml', '$ref: ../openapi.yaml');
    expect(listReferences(entry)).toEqual([entry, at('schemas/A.yaml'), at('schemas/B.yaml')]);
  });

  test('takes a file that is missing for one without references', async () => {
    const { at } = await makeFolder();
    expect(listReferences(at('no.yaml'))).toEqual([at('no.yaml')]);
  });
});
