import { describe, expect, test } from 'vitest';
import { readFileUri } from '../../../mocks/cloudreve/file-uri.ts';

describe('readFileUri', () => {
  test.each<[text: string, host: string, names: string[]]>([
    ['cloudreve://my/Sp ace/ü', 'my', ['Sp ace', 'ü']],
    ['cloudreve://my/Sp%20ace/%C3%BC', 'my', ['Sp ace', 'ü']],
    ['CloudReve://MY/Docs', 'my', ['Docs']],
    ['cloudreve://my/Docs%2Fa.txt', 'my', ['Docs', 'a.txt']],
    ['cloudreve://my//Docs/./Sub/../a[1]|"^.txt/', 'my', ['Docs', 'a[1]|"^.txt']],
    ['cloudreve://my/a?name=b#c', 'my', ['a']],
    ['cloudreve:my/Docs', '', ['my', 'Docs']],
    ['cloudreve:///Docs', '', ['Docs']],
    ['cloudreve://my:80/Docs', 'my:80', ['Docs']],
    ['cloudreve://my/../..', 'my', []],
  ])('reads %s', (text, host, names) => {
    expect(readFileUri(text)).toMatchObject({ host, names });
  });

  test('reads the user and the password', () => {
    expect(readFileUri('cloudreve://EBuq:7%204@share/a')).toEqual({
      host: 'share',
      user: 'EBuq',
      password: '7 4',
      names: ['a'],
    });
  });

  test.each([
    'Docs',
    '/Docs',
    'http://my/Docs',
    ' cloudreve://my',
    'cloudreve://my/100%',
    'cloudreve://my/%ff',
    'cloudreve://my/\u0001',
    'cloudreve://m y/a',
    'cloudreve://my\\Docs',
  ])('cannot parse %j', (text) => {
    expect(readFileUri(text)).toBeUndefined();
  });
});
