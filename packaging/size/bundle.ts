import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { renderGeneratedFiles, writeGeneratedFiles } from '../../src/generate/generated-files.ts';
import { VALIBOT } from '../../src/generate/libraries/valibot.ts';

// Part of `npm run size`: bundles each entry as Vite does for a page, so that size-limit can weigh it. What is loaded later, such as the
// reader of XML, goes into chunks of its own.
const entries = join(import.meta.dirname, 'entries');
await rm('dist/size', { recursive: true, force: true });
for (const entry of await readdir(entries)) await bundle(entry, entry.replace(/\.ts$/, ''));
await bundle('one-operation-validated.ts', 'one-operation-valibot', {
  '../../../src/generated/crego/validation.ts': await generateValibot(),
});

/** Bundles an entry into a folder, with other files in the place of some that it imports. */
async function bundle(entry: string, name: string, alias: Record<string, string> = {}) {
  await using bundled = await rolldown({
    input: join(entries, entry),
    platform: 'browser',
    logLevel: 'silent',
    resolve: { alias },
  });
  await bundled.write({
    dir: join('dist/size', name),
    minify: true,
    comments: { annotation: false },
  });
}

/** Generates what a project that chooses Valibot has of Crego. */
async function generateValibot(): Promise<string> {
  const root = resolve('dist/size/generated');
  const source = { contract: resolve('openapi/crego/openapi.yaml'), output: root };
  const sources = [{ ...source, library: VALIBOT }];
  await writeGeneratedFiles(await renderGeneratedFiles(root, sources, () => {}));
  return join(root, 'validation.ts');
}
