import { describe, expect, test } from 'vitest';
import { readFileUri, writeBelow } from '../../../mocks/cloudreve/file-uri.ts';

describe('the URI of a file', () => {
  test.each<[text: string, fileSystem: string, id: string, password: string, names: string[]]>([
    ['cloudreve://BQUP@share', 'share', 'BQUP', '', []],
    ['cloudreve://BQUP@share/', 'share', 'BQUP', '', []],
    ['cloudreve://BQUP:@share', 'share', 'BQUP', '', []],
    ['cloudreve://g6sp:Pw1@share/a.txt', 'share', 'g6sp', 'Pw1', ['a.txt']],
    ['cloudreve://g6sp:a%40b@share', 'share', 'g6sp', 'a@b', []],
    ['cloudreve://g6sp:a:b@share', 'share', 'g6sp', 'a:b', []],
    ['cloudreve://a@b@share', 'share', 'a@b', '', []],
    ['cloudreve://my/Docs/Sub', 'my', '', '', ['Docs', 'Sub']],
    ['cloudreve://share', 'share', '', '', []],
    ['CloudReve://BQUP@SHARE/a', 'share', 'BQUP', '', ['a']],
    ['cloudreve://my/Sp ace/ü ö%231.txt', 'my', '', '', ['Sp ace', 'ü ö#1.txt']],
    ['cloudreve://my/Sp%20ace/%C3%BC', 'my', '', '', ['Sp ace', 'ü']],
    ['cloudreve://my/a%2Fb', 'my', '', '', ['a', 'b']],
    ['cloudreve://my//a/./b/../c/', 'my', '', '', ['a', 'c']],
    ['cloudreve://my/../..', 'my', '', '', []],
    ['cloudreve://my/a?name=b#c', 'my', '', '', ['a']],
    ['cloudreve://my/a#b\n', 'my', '', '', ['a']],
    ['cloudreve://my/%FF', 'my', '', '', ['%FF']],
    ['cloudreve://my/🎉/{x}|^`"<>\\', 'my', '', '', ['🎉', '{x}|^`"<>\\']],
    ['cloudreve://trash', 'trash', '', '', []],
    ['cloudreve://my:80/a', 'my:80', '', '', ['a']],
    ['cloudreve:a', '', '', '', ['a']],
    ['cloudreve:', '', '', '', []],
  ])('%j is read', (text, fileSystem, id, password, names) => {
    expect(readFileUri(text)).toMatchObject({ fileSystem, id, password, names });
  });

  test.each([
    '',
    'a',
    'https://my/a',
    'xcloudreve://my/a',
    ' cloudreve://my/a',
    'cloudreve',
    'cloudreve://my/%zz',
    'cloudreve://my/%',
    'cloudreve://%zz@share',
    'cloudreve://my/a\n',
    'cloudreve://my/\u007f',
    'cloudreve://m y/a',
    'cloudreve://my:x/a',
    'cloudreve://a b@share',
    'cloudreve://ü@share',
    'cloudreve://my{}/a',
  ])('%j is none', (text) => {
    expect(readFileUri(text)).toBeUndefined();
  });

  test.each([
    ['CLOUDREVE://BQUP@share/a', 'cloudreve://BQUP@share/a'],
    ['cloudreve://BQUP@share/a/', 'cloudreve://BQUP@share/a'],
    ['cloudreve://BQUP@share/Sp ace/ü', 'cloudreve://BQUP@share/Sp%20ace/%C3%BC'],
    ["cloudreve://my/it's%20(1)", "cloudreve://my/it's%20(1)"],
    ['cloudreve://a:b@c@share/🎉', 'cloudreve://a:b%40c@share/%F0%9F%8E%89'],
    ['cloudreve://my/a?name=b', 'cloudreve://my/a?name=b'],
  ])('%j is spelled by the server as %j', (text, spelled) => {
    expect(readFileUri(text)?.text).toBe(spelled);
  });

  test('a path of half a character is read', () => {
    expect(readFileUri('cloudreve://my/\ud83c')?.text).toBe('cloudreve://my/%EF%BF%BD');
  });

  test.each([
    [[], 'cloudreve://BQUP@share/'],
    [['Sp ace', 'ü#1'], 'cloudreve://BQUP@share/Sp%20ace/%C3%BC%231'],
  ])('%j below a root is written as %j', (names, written) => {
    expect(writeBelow('cloudreve://BQUP@share', names)).toBe(written);
  });
});
