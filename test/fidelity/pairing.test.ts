import { describe, expect, test } from 'vitest';
import { createPairing } from '../../src/fidelity/pairing.ts';

describe('createPairing', () => {
  test('takes a new value for a new one, and from then on no other', () => {
    const { accept } = createPairing();
    expect(accept('g6sp', 'aaa1')).toBe(true);
    expect(accept('g6sp', 'aaa1')).toBe(true);
    expect(accept('g6sp', 'bbb2')).toBe(false);
    expect(accept('qlSa', 'aaa1')).toBe(false);
  });

  test('pairs the pieces of a URL, but not what stands between', () => {
    const { acceptPieces, accept } = createPairing();
    expect(acceptPieces('http://a/s/g6sp/pw', 'http://a/s/aaa1/xy')).toBe(true);
    expect(accept('g6sp', 'aaa1')).toBe(true);
    expect(acceptPieces('http://a/s/qlSa', 'http://a/s?qlSa')).toBe(false);
    expect(acceptPieces('http://a/s/qlSa', 'http://a/s/b/c')).toBe(false);
  });

  test('learns nothing of a text in which one piece cannot be', () => {
    const { acceptPieces, accept } = createPairing();
    accept('one', 'eins');
    expect(acceptPieces('/new/one', '/neu/zwei')).toBe(false);
    expect(accept('new', 'novum')).toBe(true);
  });

  test('puts our values in the place of recorded ones', () => {
    const { accept, translate } = createPairing();
    accept('g6sp', 'aaa1');
    expect(translate('g6sp')).toBe('aaa1');
    expect(translate('cloudreve://g6sp:pw@share/g6spx')).toBe('cloudreve://aaa1:pw@share/g6spx');
  });

  test('translates the words of a header field', () => {
    const { accept, translateWords } = createPairing();
    accept('a.b.c', 'x.y.z');
    expect(translateWords('Bearer a.b.c')).toBe('Bearer x.y.z');
    expect(translateWords('session=a.b.c; lang=b')).toBe('session=x.y.z; lang=b');
  });

  test.each([
    ['/s/g6sp?a=g6sp', '/s/aaa1?a=aaa1'],
    ['/f?uri=x%3A%2F%2Fg6sp%40share', '/f?uri=x%3A%2F%2Faaa1%40share'],
    ['/f?odd=%zz&x=%2Fg6s', '/f?odd=%zz&x=%2Fg6s'],
    [`/f?cursor=${toBase64('{"id":"g6sp"}')}`, `/f?cursor=${toBase64('{"id":"aaa1"}')}`],
    ['/f?text=Z2VoZWlt', '/f?text=Z2VoZWlt'],
  ])('translates the target %s', (target, expected) => {
    const { accept, translateTarget } = createPairing();
    accept('g6sp', 'aaa1');
    expect(translateTarget(target)).toBe(expected);
  });
});

function toBase64(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString('base64'));
}
