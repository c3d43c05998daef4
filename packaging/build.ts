import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildConsole } from './console/build-console.ts';
import { COMPILED } from './pack-manifest.ts';

// `npm run build`: makes lib/, an image of the repository whose TypeScript is JavaScript, because Node runs no TypeScript below
// `node_modules`. Every file has the place that it has in the repository, so that what finds files beside itself does so there.

/** Files that are read as they are; recordings are for those who work on the mock. */
const DATA = [
  'openapi/**/*.yaml',
  'mocks/*/*.{yaml,md,json}',
  'src/**/*.yaml',
  // Scripts of pages, which are no modules: the compiler would make modules of them.
  'src/docs/browser/*.{js,css}',
  // Pages of the docs.
  'docs/**/*.{md,yaml}',
  'mocks/README.md',
  'src/clients/README.md',
  ...['CHANGELOG.md', 'SECURITY.md', 'TESTING.md', 'VERIFYING.md'],
];

rmSync(COMPILED, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
// The compiler copies what is imported of it; Node would take the folder for a package of its own.
rmSync(join(COMPILED, 'package.json'));
await buildConsole(join(COMPILED, 'dist', 'console'));
for (const file of globSync(DATA)) cpSync(file, join(COMPILED, file));
writeFileSync(join(COMPILED, 'redocly.yaml'), packRegistry(readFileSync('redocly.yaml', 'utf8')));

/** Registry that names compiled modules, and nothing that stays in the repository. */
function packRegistry(text: string): string {
  return text.replaceAll(/^ +recordings: .*\n/gm, '').replaceAll(/\.ts$/gm, '.js');
}
