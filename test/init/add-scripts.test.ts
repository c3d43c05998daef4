import { describe, expect, test } from 'vitest';
import { addScripts } from '../../src/init/add-scripts.ts';

const NAMES = ['mock', 'generate', 'docs', 'lint:contracts', 'test:contracts'];

describe('addScripts', () => {
  test('makes a manifest where there is none', () => {
    const { text, added } = addScripts(undefined);
    expect(JSON.parse(text)).toEqual({
      private: true,
      type: 'module',
      scripts: Object.fromEntries(
        NAMES.map((name) => [name, expect.stringMatching(/^share-contracts [a-z]+$/)]),
      ),
    });
    expect(added).toEqual(NAMES);
  });

  test('keeps the members, their order and the indentation', () => {
    const before =
      '{\n    "name": "mine",\n    "scripts": {\n        "mock": "mine"\n    },\n    "main": "a.js"\n}\n';
    const { text, added } = addScripts(before);
    expect(
      text.startsWith('{\n    "name": "mine",\n    "scripts": {\n        "mock": "mine",\n'),
    ).toBe(true);
    expect(text.endsWith('    },\n    "main": "a.js"\n}\n')).toBe(true);
    expect(added).toEqual(NAMES.slice(1));
  });

  test.each<[text: string, type: string | undefined]>([
    ['{ "devDependencies": {} }', 'module'],
    ['{ "main": "a.js" }', undefined],
    ['{ "scripts": { "build": "tsc" } }', undefined],
    ['{ "type": "commonjs" }', 'commonjs'],
  ])('of %s has the modules %s', (text, type) => {
    expect(JSON.parse(addScripts(text).text).type).toBe(type);
  });

  test('adds nothing to what it has made', () => {
    const { text } = addScripts(undefined);
    expect(addScripts(text)).toEqual({ text, added: [] });
  });
});
