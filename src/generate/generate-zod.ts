import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import type { Contract } from '../contract/model/contract.ts';
import { escapeToken } from '../contract/model/json-cursor.ts';
import type { MutableSchema } from './mutable-schema.ts';
import { markPure } from './zod/mark-pure.ts';
import { prepareZod } from './zod/prepare-zod.ts';
import { addChecks } from './zod/zod-checks.ts';
import { RESOLVERS } from './zod/zod-resolvers.ts';

type PluginConfig = NonNullable<UserConfig['plugins']>[number];
type Context = Awaited<ReturnType<typeof createClient>>[number];

/** Module of the zod schemas of a contract, and where in the document each of them comes from. */
export interface ZodModule {
  readonly text: string;
  /**
   * Names of exported schemas by references into `document`. The parts of an operation are below it as `path`,
   * `query`, `headers`, `body` and `responses`, as in `#/paths/~1shares/get/query`.
   */
  readonly names: ReadonlyMap<string, string>;
  /** Document that the schemas are made of, a changed copy of that of the contract. */
  readonly document: MutableSchema;
}

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
export async function generateZod(contract: Contract): Promise<ZodModule> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-zod-'));
  const document = prepareZod(contract.document);
  try {
    const contexts = await createClient({
      input: { path: structuredClone(document) },
      output: { path: folder, clean: false },
      plugins: [ZOD],
      logs: { level: 'silent', file: false },
    });
    // Where there is nothing to make a schema of, the generator writes no file.
    if (!(await readdir(folder)).includes(OUTPUT))
      return { text: EMPTY, names: new Map(), document };
    const text = await readFile(join(folder, OUTPUT), 'utf8');
    return { text: finishText(text), names: new Map(contexts.flatMap(listNames)), document };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function finishText(text: string): string {
  const plain = text.replace(/^\/\/.*\n+/, '').replaceAll(INVISIBLE, escapeSign);
  return markPure(addChecks(plain));
}

function listNames({ gen }: Context): [reference: string, name: string][] {
  const symbols = gen.symbols.query({ artifact: 'zod', category: 'schema' });
  return symbols.map(({ meta, finalName }) => [
    `#/${(meta?.path ?? []).map(escapeToken).join('/')}`,
    finalName,
  ]);
}

/** Writes a character as the generator reads it in a pattern. */
function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
