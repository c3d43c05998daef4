import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import { downgradeDocument } from '../contract/load/downgrade-document.ts';
import type { Contract } from '../contract/model/contract.ts';
import { toPlainObject } from '../contract/model/to-plain.ts';

type PluginConfig = NonNullable<UserConfig['plugins']>[number];

const OUTPUT = 'zod.gen.ts';

const ZOD: PluginConfig = {
  name: 'zod',
  // Date-times may have an offset other than Z, https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
  dates: { offset: true },
  $resolvers: {
    // Zod's `uuid` accepts only the versions and variants of
    // https://www.rfc-editor.org/rfc/rfc9562#section-4; the JSON Schema format is zod's `guid`.
    string: ({ $, nodes, schema, symbols }) => {
      if (schema.format === 'uuid') nodes.format = () => $(symbols.z).attr('guid').call();
      return undefined;
    },
  },
};

/** Characters of a pattern that no text file should have: control characters, but for white space, and what is no character. */
const INVISIBLE = /(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu;

/** Generates the zod schemas of a contract: one per schema, and several per operation. */
export async function generateZod(contract: Contract): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-zod-'));
  try {
    await createClient({
      // The generator modifies its input, so it gets a copy; it knows doubles alone.
      input: { path: structuredClone(toPlainObject(downgradeDocument(contract.document))) },
      output: { path: folder, clean: false },
      plugins: [ZOD],
      logs: { level: 'silent', file: false },
    });
    const text = await readFile(join(folder, OUTPUT), 'utf8');
    return text.replace(/^\/\/.*\n+/, '').replaceAll(INVISIBLE, escapeSign);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a character as the generator reads it in a pattern. */
function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
