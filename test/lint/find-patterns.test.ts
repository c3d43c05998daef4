import { describe, expect, test } from 'vitest';
import { findPatterns } from '../../lint/find-patterns.ts';

describe('findPatterns', () => {
  test('finds literals, and those that are made of constants', () => {
    const text = [
      "const WORD = '[a-z]';",
      'const both = [/a\\/b/gi, new RegExp(WORD)];',
      "const joined = new RegExp([WORD, 'c'].join('|'), 'u');",
    ].join('\n');
    expect(findPatterns('a.ts', text)).toEqual({
      patterns: [
        { place: 'a.ts:2:15', source: 'a\\/b', flags: 'gi' },
        { place: 'a.ts:2:25', source: '[a-z]', flags: '' },
        { place: 'a.ts:3:16', source: '[a-z]|c', flags: 'u' },
      ],
      unknown: [],
    });
  });

  test('reports one that it cannot read', () => {
    expect(findPatterns('a.ts', 'const make = (text: string) => new RegExp(text);')).toEqual({
      patterns: [],
      unknown: [
        'a.ts:1:32: expected a regular expression of constant texts, found new RegExp(text). Write it as a literal.',
      ],
    });
  });

  test('finds the keyword of schemas', () => {
    const text = "type: string\npattern: ^a$\nproperties:\n  b:\n    pattern: '[b]'\n";
    expect(findPatterns('a.yaml', text).patterns).toEqual([
      { place: 'a.yaml:2:1', source: '^a$', flags: 'u' },
      { place: 'a.yaml:5:1', source: '[b]', flags: 'u' },
    ]);
  });
});
