import { describe, expect, test } from 'vitest';
import { listContractTests } from '../../src/contract-tests/list-contract-tests.ts';
import { writeFiles } from '../support/write-files.ts';

const CONTRACT = `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes: { get: { operationId: listNotes, responses: { "200": { description: Notes. } } } }
`;
const FILES = {
  'redocly.yaml': `apis:
  notes: { root: notes.yaml, x-share-contracts: { behaviour: notes.ts } }
  memos: { root: memos.yaml }
`,
  'notes.yaml': CONTRACT,
  'notes.ts': `export const behaviour = {
  epoch: '2026-01-01T00:00:00Z',
  tables: {},
  seeds: { default: () => {} },
  handlers: { listNotes: () => ({ status: 500 }) },
};
`,
  'memos.yaml': CONTRACT.replace('description: Notes.', '$ref: "#/nothing"'),
};

describe('listContractTests', () => {
  test('lists the tests of all APIs of a project, each as the mock serves it', async () => {
    await using written = await writeFiles(FILES);
    const found = await listContractTests({ project: written.files[0] ?? '' });
    expect(found.map(({ api, tests }) => [api, tests.map(({ name }) => name)])).toEqual([
      ['notes', ['answers listNotes 200']],
      ['memos', []],
    ]);
    for (const { tests } of found) for (const { run } of tests) await run();
    expect(found[1]?.exclusions).toEqual([
      { what: 'parts that cannot be used', reason: expect.stringContaining('cannot follow') },
    ]);
  });

  test('lists those that are named', async () => {
    await using written = await writeFiles(FILES);
    const [project = ''] = written.files;
    expect((await listContractTests({ project, names: ['memos'] })).map(({ api }) => api)).toEqual([
      'memos',
    ]);
    await expect(listContractTests({ project, names: ['memo'] })).rejects.toThrow(
      'Unknown API "memo". Known: notes, memos. Did you mean "memos"?',
    );
  });

  test('throws for a contract that has to be kept and cannot be', async () => {
    await using written = await writeFiles({
      ...FILES,
      'redocly.yaml':
        'apis: { memos: { root: memos.yaml, x-share-contracts: { strict: true } } }\n',
    });
    const [project = ''] = written.files;
    await expect(listContractTests({ project })).rejects.toThrow('cannot follow "#/nothing"');
  });

  test('throws without a project', async () => {
    await using written = await writeFiles({ 'notes.yaml': CONTRACT });
    const former = process.cwd();
    process.chdir(written.folder);
    try {
      await expect(listContractTests()).rejects.toThrow('Expected a redocly.yaml here or above');
    } finally {
      process.chdir(former);
    }
  });
});
