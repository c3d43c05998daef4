import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { describePlace } from '../../src/docs/provenance/describe-place.ts';
import { listFacts } from '../../src/docs/provenance/list-facts.ts';

const contract = await loadContract(join(import.meta.dirname, 'fixtures/notes.yaml'));

describe('the facts of a contract that name their source', () => {
  test('are listed where they stand, and not in data', () => {
    const places = listFacts(contract).map(({ keys, provenance }) => {
      const { operation, words, kind } = describePlace(contract, keys);
      return [operation, words, kind, provenance.level];
    });
    expect(places).toEqual([
      ['getNote', '', 'operation', 'inferred'],
      ['getNote', 'answer 200', 'answer', 'source'],
      ['noteRead', '', 'operation', 'documented'],
      [undefined, '`NoteId`', 'field', 'inferred'],
      [undefined, '`Note`, `value`', 'field', 'assumed'],
    ]);
  });

  test.each([
    [
      ['paths', '/notes/{id}', 'get', 'parameters', '0', 'schema'],
      { operation: 'getNote', words: 'parameter `id`', kind: 'parameter' },
    ],
    [
      ['paths', '/notes/{id}', 'get', 'responses', '200', 'headers', 'X-Total'],
      { operation: 'getNote', words: 'answer 200, header `X-Total`', kind: 'header' },
    ],
    [
      ['components', 'schemas', 'Note', 'properties', 'tags', 'items', 'properties', 'id'],
      { operation: undefined, words: '`Note`, `tags[].id`', kind: 'field' },
    ],
    [
      ['components', 'responses', 'NotFound'],
      { operation: undefined, words: 'answer `NotFound`', kind: 'answer' },
    ],
    [['info'], { operation: undefined, words: 'info', kind: 'other' }],
  ] as const)('%s is described', (keys, expected) => {
    expect(describePlace(contract, keys)).toEqual(expected);
  });
});
