import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeNul, joinTexts, restoreNul } from '../../../src/mock/state-postgres/join-texts.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const text = string({ unit: 'binary' });
const odd = string({ unit: string({ minLength: 1, maxLength: 1, unit: 'binary' }), maxLength: 8 });

describe('escapeNul', () => {
  test.each(['', 'plain', '\0', '\u0001', '\u00010', '\u0001\0', '\u00011\0', '\0\u0001,'])(
    'gives %j without U+0000, and restoreNul gives it back',
    (written) => {
      expect(escapeNul(written)).not.toContain('\0');
      expect(restoreNul(escapeNul(written))).toBe(written);
    },
  );

  test('loses no text', () => {
    assert(
      property(text, odd, (a, b) => {
        const written = `${a}\0${b}\u0001${a}`;
        expect(escapeNul(written)).not.toContain('\0');
        expect(restoreNul(escapeNul(written))).toBe(written);
      }),
      propertyRuns(100),
    );
  });
});

describe('joinTexts', () => {
  test('can be taken apart, whatever the texts are', () => {
    const texts = ['', 'a', '\u0001,', ',', '\u0001', '', '\0'];
    expect(joinTexts(texts).split('\u0001,').map(restoreNul)).toEqual(texts);
  });
});
