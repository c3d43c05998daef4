import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../src/apis/root.ts';

/** All that the package is made of. */
const SOURCES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'TESTING.md',
  'VERIFYING.md',
  'docs',
  'mocks',
  'openapi',
  'package.json',
  'packaging',
  'redocly.yaml',
  'src',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** Copies what the package is made of, and more of the repository, to a folder, beside a link to what is installed. */
export async function copyRepository(folder: string, more: readonly string[] = []): Promise<void> {
  for (const name of [...SOURCES, ...more]) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}
