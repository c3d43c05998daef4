import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLinear, compilePattern } from '../../../src/contract/validate/match-pattern.ts';
import { isPlainPattern } from '../../../src/contract/validate/plain-pattern.ts';
import { propertyRuns } from '../../support/property-runs.ts';

describe('compilePattern', () => {
  test.each([
    ...[
      '^(a+)+$',
      '^(a|a)*$',
      '^(?:a|aa)+$',
      '^(\\w+\\s?)*$',
      '(a+)+$',
      'a+$',
      '^a*a*a*a*$',
      '(.+)+@',
      '^(.*a){12}$',
    ],
    ...[
      '^(?=(a+)+$)',
      '^(a+)\\1+$',
      '(?<=a+)b',
      '^((?:a?){30}a{30})$',
      '^([^\\s,]+(, ?[^\\s,]+)*)?$',
    ],
  ])('ends on every text for %s', (source) => {
    const { test: matches } = compilePattern(source, 'u');
    for (const text of ['a'.repeat(300_000), 'a,'.repeat(150_000), ' '.repeat(300_000)]) {
      expect([true, false]).toContain(matches(`${text}!`));
    }
  });

  test('matches a body full of names, for which V8 has no stack', () => {
    const source = '^[^\\s,]+(, ?[^\\s,]+)*$';
    const names = 'a,'.repeat(5_000_000);
    expect(() => new RegExp(source, 'u').test(`${names}x`)).toThrow(RangeError);
    const { test: matches } = compilePattern(source, 'u');
    expect([matches(`${names}x`), matches(names)]).toEqual([true, false]);
  });

  test('leaves what is certainly linear to V8', () => {
    expect(compilePattern('^[a-z]+$', 'u')).toBeInstanceOf(RegExp);
  });

  test('refuses what is no regular expression', () => {
    expect(() => compilePattern('(', 'u')).toThrow(SyntaxError);
  });
});

describe('isPlainPattern', () => {
  test.each([
    ...[
      '^\\S+$',
      '^https?://',
      '^1[0-9]{3}$',
      '^[\\w-]{1,5000}$',
      'abc',
      '\\d+',
      '^a?b?c+$',
      '^(json|xml)$',
    ],
    ...['^/(a|b)/', '^\\d+(\\.\\d{1,2})?$', '^\\p{L}+$', '[|(+*]', '\\(\\|', '^(?:a|b)\\d*$', '…'],
  ])('takes %s', (source) => {
    expect(isPlainPattern(source)).toBe(true);
  });

  test.each([
    ...[
      '^(a+)+$',
      '^(ab)*$',
      '^(ab){2}$',
      'a+$',
      'a*b',
      '^a+b+$',
      'a{2,2000}b',
      '^(a?){30}a{30}$',
      '^(?=a)',
      '(a)\\1',
    ],
    ...[
      '^a|b+c',
      'a+|b',
      '^(a|b|c)?(a|b|c)?(a|b|c)?(a|b|c)?(a|b|c)?$',
      '^a{0,999}a{0,999}$',
      '(?<n>a)',
      '(?i:a)',
    ],
  ])('does not take %s', (source) => {
    expect(isPlainPattern(source)).toBe(false);
  });
});

const atoms = fc.constantFrom(
  ...[
    'a',
    'b',
    '.',
    '\\s',
    '\\S',
    '\\d',
    '\\w',
    '\\W',
    '\\.',
    '\\/',
    '-',
    'é',
    '\\u00e9',
    '\\u{1F600}',
    '\\p{L}',
    '\\b',
    '\\cJ',
  ],
  ...[
    '[ab]',
    '[^a]',
    '[\\s,]',
    '[^\\s,\\[\\]]',
    '[^\\S]',
    '[a-f\\-]',
    '[[:alpha]',
    '[.]',
    '[^]',
    '\\t',
    '\\0',
    '\\x41',
    '^',
    '$',
  ],
);
const quantifiers = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?');
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { weight: 5, arbitrary: fc.tuple(atoms, quantifiers).map((parts) => parts.join('')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('pattern'), quantifiers)
        .map(([inner, many]) => `(?:${inner})${many}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('pattern'), tie('pattern'))
        .map(([one, other]) => `(${one}|${other})`),
    },
  ),
  pattern: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
}));
const texts = fc
  .array(fc.constantFrom(...'aabb ,.-/0A_é😀[]:\n\r\t\v\f\u00a0\u2028\ufeff\u0085'), {
    maxLength: 8,
  })
  .map((letters) => letters.join(''));

describe('compileLinear', () => {
  test('matches what V8 does', () => {
    fc.assert(
      fc.property(pattern, fc.array(texts, { minLength: 5, maxLength: 5 }), (source, samples) => {
        fc.pre(isValid(source));
        const matches = compileLinear(source);
        fc.pre(matches !== undefined);
        const native = new RegExp(source, 'u');
        for (const text of samples) {
          expect(`${JSON.stringify(text)} ${matches(text)}`).toBe(
            `${JSON.stringify(text)} ${native.test(text)}`,
          );
        }
      }),
      propertyRuns(500),
    );
  });
});

function isValid(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
