import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/root.ts';

const REGISTRY = `export const OWN_APIS = [{ name: 'notes', contract: 'openapi/notes.yaml' }];
export const CONTROL_API = { name: 'mock-control', contract: 'openapi/mock-control.yaml' };
export const OWN_CONTRACTS = OWN_APIS;\n`;

const CONTRACT = `
openapi: 3.1.0
info: { title: Notes, version: "1" }
components:
  schemas:
    Note: { type: string }
`;

/** Copies this package to a folder, with one small API in place of the own ones and nothing generated. */
export async function copyPackage(folder: string): Promise<void> {
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await cp(join(ROOT, 'src'), join(folder, 'src'), {
    recursive: true,
    filter: (source) => source !== join(ROOT, 'src/generated'),
  });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'openapi'));
  await writeFile(join(folder, 'openapi/notes.yaml'), CONTRACT);
  await writeFile(join(folder, 'src/apis.ts'), REGISTRY);
}
