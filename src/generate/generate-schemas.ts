import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import type { Contract } from '../contract/model/contract.ts';
import { escapeToken } from '../contract/model/json-cursor.ts';
import { addAdditions } from './libraries/add-additions.ts';
import type { ValidationLibrary } from './libraries/library.ts';
import type { MutableSchema } from './mutable-schema.ts';
import { markPure } from './schemas/mark-pure.ts';
import { prepareSchemas } from './schemas/prepare-schemas.ts';

type Context = Awaited<ReturnType<typeof createClient>>[number];

/** Module of the schemas of a contract, and where in the document each of them comes from. */
export interface SchemaModule {
  readonly library: ValidationLibrary;
  readonly text: string;
  /**
   * Names of exported schemas by references into `document`. The parts of an operation are below it as `path`,
   * `query`, `headers`, `body` and `responses`, as in `#/paths/~1shares/get/query`.
   */
  readonly names: ReadonlyMap<string, string>;
  /** Document that the schemas are made of, a changed copy of that of the contract. */
  readonly document: MutableSchema;
}

/** Module without schemas. */
const EMPTY = 'export {};\n';

/** Characters of a pattern that no text file should have: control characters, but for white space, and what is no character. */
const INVISIBLE = /(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu;

/** Generates the schemas of a contract: one per schema, and several per operation. */
export async function generateSchemas(
  contract: Contract,
  library: ValidationLibrary,
): Promise<SchemaModule> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-schemas-'));
  const document = prepareSchemas(contract.document);
  const output = `${library.name}.gen.ts`;
  try {
    const contexts = await createClient({
      input: { path: structuredClone(document) },
      output: { path: folder, clean: false },
      plugins: [library.plugin],
      logs: { level: 'silent', file: false },
    });
    // Where there is nothing to make a schema of, the generator writes no file.
    if (!(await readdir(folder)).includes(output))
      return { library, text: EMPTY, names: new Map(), document };
    const text = await readFile(join(folder, output), 'utf8');
    const names = new Map(contexts.flatMap((context) => listNames(context, library)));
    return { library, text: finishText(text, library), names, document };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function finishText(text: string, { additions }: ValidationLibrary): string {
  const plain = text.replace(/^\/\/.*\n+/, '').replaceAll(INVISIBLE, escapeSign);
  return markPure(addAdditions(plain, additions));
}

function listNames(
  { gen }: Context,
  { name }: ValidationLibrary,
): [reference: string, name: string][] {
  const symbols = gen.symbols.query({ artifact: name, category: 'schema' });
  return symbols.map(({ meta, finalName }) => [
    `#/${(meta?.path ?? []).map(escapeToken).join('/')}`,
    finalName,
  ]);
}

/** Writes a character as the generator reads it in a pattern. */
function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
