import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { formatCurl } from '../../src/text/format-curl.ts';
import { showCommand, showJson, showText } from '../../src/text/show-text.ts';

describe('showText', () => {
  test.each([
    ['an ANSI escape', '\x1b[31mred', '\\u001b[31mred'],
    ['an escape of one byte', '\x9b31m', '\\u009b31m'],
    ['ends of lines and tabs', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['a separator of lines', 'a\u2028b', 'a\\u2028b'],
    ['a mark that turns the direction', 'a\u202eb', 'a\\u202eb'],
    ['a lone surrogate', 'a\ud800b', 'a\\ud800b'],
    ['what XML may not hold', '\u0000\ufffe', '\\u0000\\ufffe'],
    ['the start of a workflow command', '::add-mask::x', '\\u003a:add-mask::x'],
    ['the start of an older one', 'a ##[error]b', 'a #\\u0023[error]b'],
    ['nothing of a plain text', 'Grüße, 日本 🎉 [::1]', 'Grüße, 日本 🎉 [::1]'],
  ])('escapes %s', (_, text, shown) => {
    expect(showText(text)).toBe(shown);
  });

  test('cuts a long text, and says how long it is', () => {
    expect(showText('x'.repeat(1000), 3)).toBe('xxx… (1000 characters)');
    expect(showText('a🎉b', 2)).toBe('a… (4 characters)');
  });
});

describe('showCommand', () => {
  test.each([
    ['lines', 'a\nb'],
    ['an ANSI escape', '\x1b[31mred\x1b[0m'],
    ['a character of several bytes', 'a\u009bb\u2028c'],
    ['quotes beside it', "it's\n'x'"],
    ['an older workflow command', 'a ##[error]b'],
  ])('gives a shell the same text, on one line: %s', (_, text) => {
    const command = formatCurl({ method: 'GET', url: 'http://x', headers: [], body: text });
    const shown = showCommand(command);
    expect(shown).not.toMatch(/\p{C}|##\[/u);
    const printed = shown.replace('curl', "printf '%s|'");
    expect(execFileSync('bash', ['-c', printed], { encoding: 'utf8' })).toBe(
      `-d|${text}|http://x|`,
    );
  });

  test('leaves a plain command as it is', () => {
    expect(showCommand("curl 'http://x/[::1]'")).toBe("curl 'http://x/[::1]'");
  });
});

describe('showJson', () => {
  test('escapes what a terminal obeys, and keeps the value', () => {
    const value = { text: '\x9b31m\u202e\x7f ##[error] \ud800' };
    const shown = showJson(JSON.stringify(value));
    expect(shown).not.toMatch(/\p{C}|##\[/u);
    expect(JSON.parse(shown)).toEqual(value);
  });
});
