import { describe, expect, test } from 'vitest';
import { maskBody } from '../../../src/contract/secrets/mask-body.ts';
import { secretContextOf } from '../../../src/contract/secrets/secret-context.ts';
import { contractOf } from '../../support/test-contract.ts';

const NO_CONTRACT = secretContextOf(undefined);
const FORM = 'application/x-www-form-urlencoded';

describe('maskBody', () => {
  test.each([
    ['{"password":"p","name":"n"}', '{"password":"***","name":"n"}'],
    ['{"a":[{"access_token":"t"}]}', '{"a":[{"access_token":"***"}]}'],
    [
      '[{"pin":1234},{"pin":[1]},{"credentials":{"a":"b"}}]',
      '[{"pin":"***"},{"pin":"***"},{"credentials":"***"}]',
    ],
    ['{"password":"","token":null}', '{"password":"","token":null}'],
    ['{"p\\u0069n":1}', '{"pin":"***"}'],
    ['{"name":"password","value":"p"}', '{"name":"password","value":"***"}'],
    ['{"note":"{\\"password\\":\\"p\\"}"}', '{"note":"{\\"password\\":\\"***\\"}"}'],
    ['{"password":"p","name":"cut', '{"password":"***","name":"cut'],
    ['{"token":"cut \\" off', '{"token":"***'],
    ['"Bearer abc"', '"***"'],
    ['{"shareUrl":"http://h/share/cks_1"}', '{"shareUrl":"http://h/share/***"}'],
    ['["http://h/v1/notes?token=1&page=2"]', '["http://h/v1/notes?token=***&page=2"]'],
    ['{"note":"see http://h/share/cks_1."}', '{"note":"see http://h/share/***"}'],
    ['{"url":"http://h/a/b"}', '{"url":"http://h/a/b"}'],
    ['password=p&name=n', 'password=***&name=n'],
    ['plain text', 'plain text'],
    ['{"at":"12:30:00","ratio":"a: b"}', '{"at":"12:30:00","ratio":"a: b"}'],
  ])('masks %s as %s', (text, expected) => {
    expect(maskBody(text, '', NO_CONTRACT)).toBe(expected);
  });

  test.each([
    ['<a><ticket id="1">t</ticket><b>c</b></a>', '<a><ticket id="1">***</ticket><b>c</b></a>'],
    ['<a password="p" b=\'c\'/>', '<a password="***" b=\'c\'/>'],
    ["<a pin = 'p > <q' b='c'>d</a>", "<a pin = '***' b='c'>d</a>"],
    ['<pin><![CDATA[p</pin>q]]></pin><b/>', '<pin>***</pin><b/>'],
    ['<pin>a<b>c</b>&#x64;<pin>e</pin>f</pin><g>h</g>', '<pin>***</pin><g>h</g>'],
    ['<n:pin n:key="k">p</n:pin>', '<n:pin n:key="***">***</n:pin>'],
    ['<a><pin>p', '<a><pin>***'],
    ['<a pin="p', '<a pin="***"'],
    ['<pin></pin><pin/><pin> </pin>', '<pin></pin><pin/><pin> </pin>'],
    [
      '<p name="password" value="p"/><p name="password">p</p>',
      '<p name="password" value="***"/><p name="password">***</p>',
    ],
    ['<!-- pin: p --><a/>', '<!-- pin: ***<a/>'],
    ['<?x pin="p"?><a/>', '<?x pin="***<a/>'],
    ['<!DOCTYPE a [<!ENTITY pin "p">]><a/>', '<!***><!***>]><a/>'],
    ['<a>{"pin":"p"}</a>', '<a>{"pin":"***"}</a>'],
    ['<a {"pin":"p"}>', '<a {"pin":"***"}>'],
  ])('masks %s as %s', (text, expected) => {
    expect(maskBody(text, 'application/xml', NO_CONTRACT)).toBe(expected);
  });

  const part = (fields: string, content: string) =>
    `--b\r\nContent-Disposition: form-data; ${fields}\r\n\r\n${content}\r\n`;
  test.each([
    [`${part('name="pin"', 'p')}--b--`, `${part('name="pin"', '***')}--b--`],
    [`${part('name=pin', 'p')}--b--`, `${part('name=pin', '***')}--b--`],
    [part("name*=UTF-8''p%69n", 'p'), part("name*=UTF-8''p%69n", '***')],
    [
      `${part('name="a"', '{"pin":1}')}--b--`,
      `${part('name="a"', '{"pin":"***"}').trimEnd()}--b--`,
    ],
    [part('name="a"; filename="pin"', 'p'), part('name="a"; filename="pin"', 'p')],
    [part('name="a"', 'p'), part('name="a"', 'p')],
    [
      '--b\r\nContent-Disposition: form-data;\r\n name="pin"\r\n\r\np',
      '--b\r\nContent-Disposition: form-data;\r\n name="pin"\r\n\r\n***\r\n',
    ],
    [
      '--b\nContent-Disposition: form-data; name="pin"\np:q',
      '--b\nContent-Disposition: form-data; name="pin"\n***\r\n',
    ],
  ])('masks the parts of %j', (text, expected) => {
    expect(maskBody(text, 'multipart/form-data; boundary=b', NO_CONTRACT)).toBe(expected);
    expect(maskBody(text, '', NO_CONTRACT)).toBe(expected);
  });

  test('knows what a contract declares for a secret', () => {
    const word = { type: 'string', format: 'password' };
    const contract = contractOf({
      paths: {},
      components: { schemas: { A: { properties: { word, list: { items: word }, name: {} } } } },
    });
    const known = secretContextOf(contract);
    expect(maskBody('{"word":"p","list":["p"],"name":"n"}', '', known)).toBe(
      '{"word":"***","list":"***","name":"n"}',
    );
    expect(maskBody('name=n&word=p', FORM, known)).toBe('name=n&word=***');
    expect(maskBody('{"word":"p","na', '', known)).toBe('{"word":"***","na');
    expect(maskBody('{"word":"p"}', '', NO_CONTRACT)).toBe('{"word":"p"}');
  });

  test('takes what nests deeper than a request may as text', () => {
    const text = `${'['.repeat(100_000)}{"pin":1}${']'.repeat(100_000)}`;
    expect(maskBody(text, 'application/json', NO_CONTRACT)).toMatch(/^\[+\{"pin":\*\*\*$/);
  });

  // One that looks at the rest of the text for each part would take minutes.
  test.each([
    ...[
      '<a',
      '<a ',
      '<a b="',
      "<a b='",
      '<a b=',
      '<!--',
      '<![CDATA[',
      '<?',
      '<!',
      '</',
      '<',
      '<a>',
      '<pin>',
    ],
    ...[
      '<a b=c ',
      '<pin a="',
      '</pin>',
      '<a/>',
      '"',
      '{"a":',
      '{"a":"',
      '["',
      '{"pin":"',
      'a=',
      '&',
      'a=&',
      '%70=',
    ],
    ...[
      '--b',
      '--b\r\n',
      '--b\r\nContent-Disposition: ;name=',
      '; name="',
      ';name*=',
      "'",
      '/',
      '?',
      '/a?',
      '//',
      '://',
    ],
    ...[
      'a://',
      'http://a,',
      '/s/',
      ';pin=',
      'eyJ',
      'Bearer ',
      'a ',
      'a b',
      '\t',
      '\n',
      '\\',
      '\\"',
      'content-a:\r\n',
    ],
  ])('reads a body that repeats %j once', (repeated) => {
    const text = repeated.repeat(200_000 / repeated.length);
    const types = ['application/xml', FORM, 'multipart/form-data; boundary=b'];
    for (const type of types) {
      for (const body of [text, `{"a":${text}`]) {
        expect(maskBody(body, type, NO_CONTRACT).length).toBeLessThan(body.length * 4);
      }
    }
  });
});
