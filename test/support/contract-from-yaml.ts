import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Contract } from '../../src/contract/model/contract.ts';

/** Loads a contract that a test spells out; `yaml` is the document without `openapi` and `info`. */
export async function contractFromYaml(yaml: string): Promise<Contract> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  const file = join(folder.path, 'openapi.yaml');
  await writeFile(file, `openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n${yaml}`);
  return await loadContract(file);
}
