import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

// Part of `npm run size`: bundles each entry as Vite does for a page, so that size-limit can weigh it. What is loaded later, such as the
// reader of XML, goes into chunks of its own.
const folder = import.meta.dirname;
await rm('dist/size', { recursive: true, force: true });
for (const entry of await readdir(join(folder, 'entries'))) {
  await using bundle = await rolldown({
    input: join(folder, 'entries', entry),
    platform: 'browser',
    logLevel: 'silent',
  });
  await bundle.write({
    dir: join('dist/size', entry.replace(/\.ts$/, '')),
    minify: true,
    comments: { annotation: false },
  });
}
