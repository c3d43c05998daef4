import { describe, expect, test } from 'vitest';
import { parseSource } from '../../../src/contract/load/parse-source.ts';
import { ContractError } from '../../../src/contract/model/contract-error.ts';

/** YAML in which each list holds the one before it ten times. */
function bomb(levels: number): string {
  const lists = Array.from({ length: levels }, (_, level) => {
    const items = Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*a${level - 1}`));
    return `a${level}: &a${level} [${items.join(', ')}]`;
  });
  return lists.join('\n');
}

describe('parseSource', () => {
  test.each<[text: string, value: unknown, format: string]>([
    ['{ "a": [1, null] }', { a: [1, null] }, 'json'],
    ['\uFEFF[1]', [1], 'json'],
    ['{ a: 1 }', { a: 1 }, 'yaml'],
    ['a: 2025-01-01T00:00:00Z', { a: '2025-01-01T00:00:00Z' }, 'yaml'],
    ['a: yes\nb: 0o17', { a: 'yes', b: 15 }, 'yaml'],
    ['a: &a { x: 1 }\nb: { <<: *a, y: 2 }', { a: { x: 1 }, b: { x: 1, y: 2 } }, 'yaml'],
    [bomb(3), expect.objectContaining({ a0: Array(10).fill('x') }), 'yaml'],
  ])('reads %j', (text, value, format) => {
    expect(parseSource('/a.yaml', text)).toEqual({ value, format });
  });

  test.each<[what: string, text: string, message: string]>([
    ['nothing', '', '/a.yaml: expected YAML or JSON, found an empty file.'],
    ['white space', ' \n\n', '/a.yaml: expected YAML or JSON, found an empty file.'],
    ['bytes', 'PK\u0003\u0004\0\0', '/a.yaml: expected YAML or JSON, found a binary file.'],
    ['an open list', 'a: [\n', '/a.yaml:2:1: expected YAML or JSON: unexpected end of the stream'],
    ['malformed JSON', '{ "a": 1 "b": 2 }', '/a.yaml:1:13: expected YAML or JSON: missed comma'],
    ['a tab', 'a:\n\tb: 1', '/a.yaml:2:1: expected YAML or JSON: tab characters must not be used'],
    ['a key twice', 'a: 1\na: 2', '/a.yaml:2:1: expected YAML or JSON: duplicated mapping key.'],
    [
      'two documents',
      'a: 1\n---\nb: 1',
      '/a.yaml: expected YAML or JSON: expected a single document',
    ],
    ['an unknown tag', 'a: !js/function x', '/a.yaml:1:18: expected YAML or JSON: unknown tag'],
    [
      'a value in itself',
      'a: &a { b: *a }',
      '/a.yaml: expected YAML or JSON, found an anchor that',
    ],
    [
      'a billion values',
      bomb(9),
      '/a.yaml: expected YAML or JSON, found anchors that stand for too',
    ],
    ['deep JSON', '['.repeat(100_000) + ']'.repeat(100_000), 'nesting exceeded maxDepth (500).'],
    [
      'anchors that nest deep',
      Array.from({ length: 600 }, (_, n) => `a${n}: &a${n} [${n === 0 ? '' : `*a${n - 1}`}]`).join(
        '\n',
      ),
      '/a.yaml: expected YAML or JSON, found values that nest deeper than 500 levels.',
    ],
  ])('refuses %s', (_what, text, message) => {
    const parse = () => parseSource('/a.yaml', text);
    expect(parse).toThrow(ContractError);
    expect(parse).toThrow(message);
  });
});
