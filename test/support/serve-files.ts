import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Contract } from '../../src/contract/model/contract.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { askOf } from './ask-mock.ts';
import { writeFiles } from './write-files.ts';

export interface ServedFiles {
  readonly contract: Contract;
  readonly ask: ReturnType<typeof askOf>;
  /** Lines about what cannot be used, with paths in the folder of the files. */
  readonly flaws: readonly string[];
}

/** Serves the first of some files as `share-contracts mock` serves a file of somebody else. */
export async function serveFiles(files: Readonly<Record<string, string>>): Promise<ServedFiles> {
  await using written = await writeFiles(files);
  const messages: string[] = [];
  const onFlaws = (message: string) => messages.push(message);
  const contract = await loadContract(written.files[0] ?? '', { onFlaws });
  const api = { name: 'test', mount: '', contract, brokenAnswers: 'report' } as const;
  const mock = createMock({ apis: [api] });
  const text = messages.join('\n').replaceAll(`${written.folder}/`, '');
  return { contract, ask: askOf(mock), flaws: text === '' ? [] : text.split('\n') };
}
