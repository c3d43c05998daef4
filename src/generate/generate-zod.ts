import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import type { Contract } from '../contract/model/contract.ts';
import { prepareZod } from './zod/prepare-zod.ts';
import { addChecks } from './zod/zod-checks.ts';
import { RESOLVERS } from './zod/zod-resolvers.ts';

type PluginConfig = NonNullable<UserConfig['plugins']>[number];

const OUTPUT = 'zod.gen.ts';
/** Module without schemas. */
const EMPTY = 'export {};\n';

const ZOD: PluginConfig = {
  name: 'zod',
  compatibilityVersion: 'mini',
  // Date-times may have an offset other than Z, https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
  dates: { offset: true },
  $resolvers: RESOLVERS,
};

/** Characters of a pattern that no text file should have: control characters, but for white space, and what is no character. */
const INVISIBLE = /(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu;

/** Generates the zod schemas of a contract: one per schema, and several per operation. */
export async function generateZod(contract: Contract): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-zod-'));
  try {
    await createClient({
      input: { path: prepareZod(contract.document) },
      output: { path: folder, clean: false },
      plugins: [ZOD],
      logs: { level: 'silent', file: false },
    });
    // Where there is nothing to make a schema of, the generator writes no file.
    if (!(await readdir(folder)).includes(OUTPUT)) return EMPTY;
    const text = await readFile(join(folder, OUTPUT), 'utf8');
    return addChecks(text.replace(/^\/\/.*\n+/, '').replaceAll(INVISIBLE, escapeSign));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a character as the generator reads it in a pattern. */
function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
