import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import rooms from '../../biome.rooms.json' with { type: 'json' };
import { ROOT } from '../../src/apis/root.ts';
import { writeFiles } from '../support/write-files.ts';

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** Files of a room, one below its folder, and an import that no room may have. */
const samples = rooms.overrides.map(({ includes: [pattern = ''] }) => {
  const folder = pattern.replace('/**/*.ts', '');
  return { folder, good: `${folder}/good.ts`, bad: `${folder}/bad.ts` };
});

/** Files in which Biome finds something, by the rule that they break. */
async function lint(cwd: string): Promise<Map<string, string[]>> {
  const output = await new Promise<string>((resolve) => {
    const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none', 'src', 'mocks'];
    execFile(process.execPath, args, { cwd }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } =
    JSON.parse(output);
  const found = diagnostics.map(({ category, location }) => [category, location.path] as const);
  return new Map(
    [...Map.groupBy(found, ([category]) => category)].map(([category, all]) => [
      category,
      all.map(([, path]) => path).sort(),
    ]),
  );
}

test('each room of the contract reader and of the mock server is in the table', () => {
  const rooms = ['src/contract', 'src/mock'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`),
  );
  const known = new Set(samples.map(({ folder }) => folder));
  expect(rooms.filter((folder) => !known.has(folder))).toEqual([]);
});

test('each room refuses an import that the table does not have, and files import no circle', async () => {
  const noImportCycles = { level: 'error', options: { ignoreTypes: false } };
  const config = { ...rooms, root: true, linter: { rules: { suspicious: { noImportCycles } } } };
  await using written = await writeFiles({
    'biome.json': JSON.stringify(config),
    ...Object.fromEntries(
      samples.flatMap(({ bad, good }) => [
        [bad, "export { one } from '../nowhere/one.ts';\n"],
        [good, "export { one } from './one.ts';\n"],
      ]),
    ),
    'src/memo/one.ts': "import type { Two } from './two.ts';\nexport type One = Two;\n",
    'src/memo/two.ts': "import type { One } from './one.ts';\nexport type Two = One;\n",
  });
  const found = await lint(written.folder);
  const wrong = samples.map(({ bad }) => bad);
  expect(found.get('lint/style/noRestrictedImports')).toEqual(wrong.toSorted());
  expect(found.get('lint/suspicious/noImportCycles')).toEqual([
    'src/memo/one.ts',
    'src/memo/two.ts',
  ]);
});
