import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatReload } from '../../src/cli/reload-message.ts';
import { contractOf } from '../support/test-contract.ts';

function apiOf(file: string, methods: readonly string[], mount = '/notes') {
  const item = Object.fromEntries(methods.map((method) => [method, { responses: {} }]));
  return { name: 'notes', mount, contract: { ...contractOf({ paths: { '/': item } }), file } };
}

const OUTSIDE = join(process.cwd(), '..', 'notes.yaml');

describe('formatReload', () => {
  test.each([
    ['notes.yaml', ['get', 'put'], 'Reloaded notes.yaml: 2 operations, 84 ms.'],
    ['notes.yaml', ['get'], 'Reloaded notes.yaml: 1 operation, 84 ms.'],
    ['notes.yaml', [], 'Reloaded notes.yaml: 0 operations, 84 ms.'],
    [join(process.cwd(), 'a/notes.yaml'), [], 'Reloaded a/notes.yaml: 0 operations, 84 ms.'],
    [OUTSIDE, [], `Reloaded ${OUTSIDE}: 0 operations, 84 ms.`],
  ])('names %s with the operations %j', (file, methods, message) => {
    expect(formatReload(apiOf(file, methods), '/notes', 83.6)).toBe(message);
  });

  test.each([
    ['/notes', '/v1', 'Reloaded notes.yaml: 1 operation at /notes, 84 ms.'],
    ['', '/v1', 'Reloaded notes.yaml: 1 operation at /, 84 ms.'],
  ])('names the base path "%s" in place of "%s"', (mount, oldMount, message) => {
    expect(formatReload(apiOf('notes.yaml', ['get'], mount), oldMount, 84)).toBe(message);
  });
});
