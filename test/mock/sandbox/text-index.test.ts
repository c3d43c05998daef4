import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextIndex } from '../../../src/mock/sandbox/text-index.ts';

/** Index whose numbers are those of texts in a list. */
function indexOf(texts: (string | undefined)[] = []) {
  return { texts, index: createTextIndex((number) => texts[number]) };
}

describe('createTextIndex', () => {
  test('finds the number of each of many texts', () => {
    const { texts, index } = indexOf(Array.from({ length: 10_000 }, (_, at) => `text ${at}`));
    for (const [at, text] of texts.entries()) index.add(text ?? '', at);
    expect(texts.map((text) => index.find(text ?? ''))).toEqual([...texts.keys()]);
    expect(index.find('text')).toBe(-1);
    expect(index.find('')).toBe(-1);
  });

  test('finds the number that a text has by now', () => {
    const { texts, index } = indexOf(['one']);
    index.add('one', 0);
    texts[5] = 'one';
    index.replace('one', 5);
    texts[0] = undefined;
    expect(index.find('one')).toBe(5);
  });

  test('finds what a map would find, whatever was added and deleted', () => {
    // So many in few cells that they stand in each other's way, and on across the last cell.
    const act = fc.record({ number: fc.nat(30), isDelete: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { minLength: 60, maxLength: 200 }), (acts) => {
        const all = Array.from({ length: 31 }, (_, number) => `${number}`);
        const { index } = indexOf(all);
        const expected = new Map<string, number>();
        for (const { number, isDelete } of acts) {
          const text = `${number}`;
          if (isDelete) {
            index.delete(text);
            expected.delete(text);
          } else if (!expected.has(text)) {
            index.add(text, number);
            expected.set(text, number);
          }
          expect(all.map((other) => index.find(other))).toEqual(
            all.map((other) => expected.get(other) ?? -1),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
