import { globSync, readFileSync } from 'node:fs';
import { findPatterns } from './find-patterns.ts';
import { findSlowPatterns } from './find-slow-patterns.ts';
import { listCode } from './list-code.ts';

// Part of `npm run lint`: a regular expression that takes more than linear time lets strangers stop the server.
const contracts = globSync('openapi/**/*.yaml');
const found = [...listCode(), ...contracts.sort()].map((file) =>
  findPatterns(file, readFileSync(file, 'utf8')),
);
const lines = [
  ...found.flatMap(({ unknown }) => unknown),
  ...(await findSlowPatterns(found.flatMap(({ patterns }) => patterns))),
];
for (const line of lines) console.error(line);
process.exitCode = lines.length === 0 ? 0 : 1;
