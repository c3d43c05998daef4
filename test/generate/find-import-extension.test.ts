import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findImportExtension } from '../../src/generate/find-import-extension.ts';
import { writeFiles } from '../support/write-files.ts';

const TS = '{ "compilerOptions": { "allowImportingTsExtensions": true } }';

test.each([
  ['no tsconfig.json', {}, '.ts'],
  ['one that allows it', { 'tsconfig.json': TS }, '.ts'],
  [
    'one that rewrites it',
    {
      'tsconfig.json': '{ "compilerOptions": { "rewriteRelativeImportExtensions": true } } // Yes.',
    },
    '.ts',
  ],
  ['one that says nothing of it', { 'tsconfig.json': '{}' }, '.js'],
  [
    'one that extends one',
    { 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': TS },
    '.ts',
  ],
  ['one that is broken', { 'tsconfig.json': '{' }, '.js'],
])('files import each other as the project allows: %s', async (_what, files, extension) => {
  await using written = await writeFiles({ 'src/a.ts': '', ...files });
  expect(findImportExtension(join(written.folder, 'src/generated/notes'))).toBe(extension);
});
