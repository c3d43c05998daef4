import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';
import type { Ask } from './test-mock.ts';
import { writeFiles } from './write-files.ts';

/** Serves the first of some files at the root, as the file of somebody else. */
export async function mockOfFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<MockApi> = {},
): Promise<Ask> {
  await using written = await writeFiles(contents);
  const contract = await loadContract(written.files[0] ?? '');
  const api: MockApi = { name: 'test', mount: '', contract, brokenAnswers: 'report', ...more };
  const mock = createMock({ apis: [api] });
  return (target, init) => mock.fetch(new Request(`http://mock.test${target}`, init));
}
