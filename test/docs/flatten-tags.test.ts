import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { flattenTags } from '../../src/docs/reference/flatten-tags.ts';

const { document } = await loadContract(join(import.meta.dirname, 'fixtures/notes.yaml'));

describe('flattenTags', () => {
  test('takes the tags from the document and from all operations and webhooks', () => {
    expect(flattenTags(document)).toMatchObject({
      paths: { '/notes/{id}': { get: { operationId: 'getNote', tags: [''] } } },
      webhooks: { noteRead: { post: { operationId: 'noteRead', tags: [''] } } },
    });
    expect(flattenTags(document)).not.toHaveProperty('tags');
  });

  test('takes the tags from operations of other methods', () => {
    const copy = { tags: ['Notes'], responses: {} };
    const item = { additionalOperations: { COPY: copy }, summary: 'A' };
    expect(flattenTags({ paths: { '/a': item } })).toEqual({
      paths: { '/a': { ...item, additionalOperations: { COPY: { ...copy, tags: [''] } } } },
    });
  });

  test('keeps everything else', () => {
    const { tags: _, ...untagged } = document;
    const relabelled = JSON.stringify(untagged).replaceAll('"tags":["Notes"]', '"tags":[""]');
    expect(flattenTags(document)).toEqual(JSON.parse(relabelled));
  });
});
