import { expect, test } from 'vitest';
import { findSlowPatterns } from '../../../src/contract/defects/find-slow-patterns.ts';

test('findSlowPatterns finds patterns of more than linear time, and says which of them are cut short', () => {
  const schemas = {
    Exponential: { pattern: '^(a|a)*$' },
    Quadratic: { pattern: '[a-z]+$' },
    Ahead: { pattern: '^(?=(a+)+$)b' },
    Member: { patternProperties: { '^(a+)+/$': {} } },
    Again: { pattern: '[a-z]+$' },
    Linear: { pattern: '^[a-z]+(-[a-z]+)*$' },
    Plain: { pattern: '^[a-z]+$' },
    Invalid: { pattern: '(' },
    None: { pattern: 1 },
  };
  const defects = findSlowPatterns({ components: { schemas } });
  const at = '/components/schemas';
  expect(defects.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    `slow ${at}/Exponential/pattern`,
    `slow ${at}/Quadratic/pattern`,
    `slow ${at}/Again/pattern`,
    `slow ${at}/Ahead/pattern`,
    `slow ${at}/Member/patternProperties/^(a+)+~1$`,
  ]);
  expect(defects[0]?.problem).toMatch(
    /^expected a pattern of linear time, found "\^\(a\|a\)\*\$", which takes exponential time as on 'a'\.repeat\(\d+\) \+ '[^']*'$/,
  );
  expect(defects[1]?.problem).toContain('2nd degree polynomial time');
  expect(defects[3]?.problem).toMatch(/; here a text that takes more than 100 ms does not match$/);
});
