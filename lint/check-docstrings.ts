import { globSync, readFileSync } from 'node:fs';
import { findUndocumented } from './find-undocumented.ts';

// Part of `npm run lint`: no rule of Biome asks for docstrings.
const files = ['src', 'mocks', 'openapi/rules', 'lint']
  .flatMap((folder) => globSync(`${folder}/**/*.ts`))
  .filter((file) => !file.startsWith('src/generated/') && !file.endsWith('.d.ts'));
const lines = files.sort().flatMap((file) => findUndocumented(file, readFileSync(file, 'utf8')));
for (const line of lines) console.error(line);
process.exitCode = lines.length === 0 ? 0 : 1;
