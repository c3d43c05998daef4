import { access, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contract } from '../../contract/model/contract.ts';
import { generateSchemas } from '../../generate/generate-schemas.ts';
import { generateValidation } from '../../generate/generate-validation.ts';
import { ZOD } from '../../generate/libraries/zod.ts';
import type { ClientSchemas } from './client-validation.ts';

/** Schemas of a client, and where they come from. */
export interface LoadedSchemas {
  readonly schemas: ClientSchemas;
  /** Whether they are the generated files of the project, or were made for this occasion. */
  readonly isOfProject: boolean;
}

/** Loads the generated schemas of a contract from their folder; makes them where there are none. */
export async function loadSchemas(contract: Contract, folder: string): Promise<LoadedSchemas> {
  const file = join(folder, 'validation.ts');
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return { schemas: await importSchemas(file), isOfProject: true };
  return { schemas: await makeSchemas(contract), isOfProject: false };
}

async function makeSchemas(contract: Contract): Promise<ClientSchemas> {
  const made = await generateSchemas(contract, ZOD);
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-prove-'));
  const files = {
    'zod.ts': made.text,
    'validation.ts': generateValidation(contract, made, '.ts'),
  };
  // A temporary folder has no packages.
  const library = import.meta.resolve(ZOD.module);
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder.path, name), text.replaceAll(`'${ZOD.module}'`, `'${library}'`));
  }
  return importSchemas(join(folder.path, 'validation.ts'));
}

async function importSchemas(file: string): Promise<ClientSchemas> {
  return { ...(await import(pathToFileURL(file).href)) };
}
