import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { REGISTRY } from '../src/project/find-registry.ts';
import { readProject } from '../src/project/read-project.ts';
import { findNames } from './find-names.ts';

// Part of `npm run lint`: no API has a privilege, so nothing but clients and generated files may know one by name.
const { apis } = await readProject(resolve(REGISTRY));
const names = apis
  .filter(({ mount }) => mount !== false)
  .map(({ name }) => name.replace(/-.*/, '').toLowerCase());
const files = globSync('src/**/*.*')
  .filter((file) => !/^src\/(?:clients|generated)\//.test(file))
  .sort();
const lines = files.flatMap((file) => findNames(file, readFileSync(file, 'utf8'), names));
for (const line of lines) console.error(line);
process.exitCode = lines.length === 0 ? 0 : 1;
