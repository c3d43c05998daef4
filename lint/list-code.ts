import { globSync } from 'node:fs';

/** Lists the code that is written by hand, tests apart, sorted by path. */
export function listCode(extensions = '{ts,js}'): string[] {
  return ['src', 'mocks', 'lint']
    .flatMap((folder) => globSync(`${folder}/**/*.${extensions}`))
    .filter((file) => !file.startsWith('src/generated/') && !file.endsWith('.d.ts'))
    .sort();
}
