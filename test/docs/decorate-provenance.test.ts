import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { escapeToken, jump } from '../../src/contract/model/json-cursor.ts';
import { decorateProvenance } from '../../src/docs/reference/decorate-provenance.ts';

const { document } = await loadContract(join(import.meta.dirname, 'fixtures/notes.yaml'));
const before = structuredClone(document);
const decorated = decorateProvenance(document);

function at(...keys: string[]): unknown {
  return jump(decorated, `#/${keys.map(escapeToken).join('/')}`).node;
}

describe('decorateProvenance', () => {
  test('begins the description of an operation with its provenance', () => {
    expect(at('paths', '/notes/{id}', 'get', 'description')).toBe(
      '**Provenance: inferred.** A sibling page shows it. ' +
        '[Evidence](<https://notes.example/docs/(get)>)\n\nReturns one note.',
    );
  });

  test('marks an operation with badges for its level and its edition', () => {
    expect(at('paths', '/notes/{id}', 'get', 'x-badges')).toEqual([
      { name: 'inferred', color: 'orange' },
    ]);
    expect(at('webhooks', 'noteRead', 'post', 'x-badges')).toEqual([
      { name: 'documented', color: 'green' },
      { name: 'pro', color: 'purple' },
    ]);
  });

  test('describes an operation that has no description of its own', () => {
    expect(at('webhooks', 'noteRead', 'post', 'description')).toBe(
      '**Provenance: documented.** **Edition: pro.**',
    );
  });

  test.each([
    {
      part: 'a response',
      keys: ['paths', '/notes/{id}', 'get', 'responses', '200'],
      text: 'The note.\n\n*Source.*',
    },
    {
      part: 'a parameter with the provenance of its schema',
      keys: ['paths', '/notes/{id}', 'get', 'parameters', '0'],
      text: 'Id of the note.\n\n*Inferred: Every sample is a number.*',
    },
    {
      part: 'a property with the provenance of the schema that it refers to',
      keys: ['components', 'schemas', 'Note', 'properties', 'id'],
      text: 'Id of the note.\n\n*Inferred: Every sample is a number.*',
    },
    {
      part: 'a property that is called like a keyword',
      keys: ['components', 'schemas', 'Note', 'properties', 'value'],
      text: 'Text of the note.\n\n*Edition: pro.* *Assumed: No page says it.*',
    },
    {
      part: 'a schema without a description',
      keys: ['components', 'schemas', 'NoteId'],
      text: '*Inferred: Every sample is a number.*',
    },
  ])('ends the description of $part', ({ keys, text }) => {
    expect(at(...keys, 'description')).toBe(text);
  });

  test('leaves example data and undecorated parts alone', () => {
    expect(at('components', 'schemas', 'Note', 'properties', 'example')).toEqual({
      type: 'object',
      description: 'Note as data.',
      example: { 'x-provenance': { level: 'assumed' } },
    });
    expect(at('info')).toEqual(before.info);
  });

  test('does not change the document that it is given', () => {
    expect(document).toEqual(before);
  });

  test('describes operations of other methods, and leaves example data alone', () => {
    const provenance = { 'x-provenance': { level: 'source' } };
    const document = {
      paths: {
        '/a': {
          additionalOperations: { description: { operationId: 'a', responses: {}, ...provenance } },
        },
      },
      components: { mediaTypes: { example: { examples: { a: { dataValue: provenance } } } } },
    };
    expect(decorateProvenance(document)).toMatchObject({
      paths: {
        '/a': { additionalOperations: { description: { description: '**Provenance: source.**' } } },
      },
      components: document.components,
    });
  });
});
