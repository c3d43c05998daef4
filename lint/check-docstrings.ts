import { readFileSync } from 'node:fs';
import { findUndocumented } from './find-undocumented.ts';
import { listCode } from './list-code.ts';

// Part of `npm run lint`: no rule of Biome asks for docstrings.
const lines = listCode('ts').flatMap((file) => findUndocumented(file, readFileSync(file, 'utf8')));
for (const line of lines) console.error(line);
process.exitCode = lines.length === 0 ? 0 : 1;
