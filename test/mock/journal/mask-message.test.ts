import { describe, expect, test } from 'vitest';
import { maskBody } from '../../../src/mock/journal/mask-message.ts';

describe('maskBody', () => {
  test.each([
    ['{"password":"p","name":"n"}', '{"password":"***","name":"n"}'],
    ['{"a":[{"access_token":"t"}]}', '{"a":[{"access_token":"***"}]}'],
    ['{"password":"","token":null}', '{"password":"","token":null}'],
    ['{"password":"p","name":"cut', '{"password":"***","name":"cut'],
    ['{"token":"cut \\" off', '{"token":"***"'],
    ['"Bearer abc"', '"***"'],
    ['{"shareUrl":"http://h/share/cks_1"}', '{"shareUrl":"http://h/share/***"}'],
    ['["http://h/v1/notes?token=1&page=2"]', '["http://h/v1/notes?token=***&page=2"]'],
    ['{"url":"http://h/a/b"}', '{"url":"http://h/a/b"}'],
    ['password=p&name=n', 'password=***&name=n'],
    ['<a><ticket id="1">t</ticket><b>c</b></a>', '<a><ticket id="1">***</ticket><b>c</b></a>'],
    ['plain text', 'plain text'],
  ])('masks %s as %s', (text, expected) => {
    expect(maskBody(text)).toBe(expected);
  });
});
