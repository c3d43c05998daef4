import { once } from 'node:events';
import { mkdir, unlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../../../../src/contract/load/load-contract.ts';
import { watchContract } from '../../../../src/contract/load/watch/watch-contract.ts';
import type { Contract } from '../../../../src/contract/model/contract.ts';
import { collect } from '../../../support/collect.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { waitUntilIdle } from '../../../support/wait-until-idle.ts';

/** Document with one path item, which stands in a file. */
function documentOf(reference: string): string {
  return `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes: { $ref: ${reference} }
`;
}

function itemOf(id: string): string {
  return `get: { operationId: ${id}, responses: { "200": { description: Notes. } } }\n`;
}

/** Loads a contract of two files and watches it. */
async function watchNotes(onReload?: (contract: Contract) => void, reference = './list.yaml') {
  const folder = await makeFolder();
  await folder.write('list.yaml', itemOf('first'));
  const entry = await folder.write('openapi.yaml', documentOf(reference));
  const since = Date.now();
  const contract = await loadContract(entry);
  const watched = watch(contract, since, onReload);
  await waitUntilIdle();
  return { folder, contract, ...watched };
}

/** Collects reloads as the ids of operations, and failures as messages. */
function watch(contract: Contract, since: number, onReload = (_: Contract): void => {}) {
  const reloads = collect<string | undefined>();
  const failures = collect<string>();
  const { close } = watchContract(contract, since, {
    load: (file) => loadContract(file, { allowRemote: true }),
    onReload: (next) => {
      onReload(next);
      reloads.add(next.operations[0]?.id);
    },
    onFailure: (error) => failures.add(error instanceof Error ? error.message : String(error)),
    onEnd: (error) => expect.unreachable(String(error)),
  });
  onTestFinished(close);
  return { reloads, failures, close };
}

describe('watchContract', () => {
  test('loads what a file that the entry refers to has become', async () => {
    const { folder, reloads } = await watchNotes();
    await folder.write('list.yaml', itemOf('second'));
    await reloads.waitFor(1);
    expect(reloads.items).toEqual(['second']);
  });

  test('loads what has changed before it began', async () => {
    const { folder, contract, close } = await watchNotes();
    close();
    await folder.write('list.yaml', itemOf('second'));
    const { reloads } = watch(contract, 0);
    await reloads.waitFor(1);
    expect(reloads.items).toEqual(['second']);
  });

  test('watches a file that is referred to anew', async () => {
    const { folder, reloads } = await watchNotes();
    await mkdir(folder.at('paths'));
    await folder.write('paths/list.yaml', itemOf('second'));
    await folder.write('openapi.yaml', documentOf('paths/list.yaml'));
    await reloads.waitFor(1);
    await waitUntilIdle();
    await folder.write('paths/list.yaml', itemOf('third'));
    await reloads.waitFor(2);
    expect(reloads.items).toEqual(['second', 'third']);
  });

  test('says where a file is broken, and loads it once it is mended', async () => {
    const { folder, reloads, failures } = await watchNotes();
    await folder.write('list.yaml', 'get: [\n');
    await failures.waitFor(1);
    expect(failures.items[0]).toContain(`${folder.at('list.yaml')}:2:1: `);
    await folder.write('list.yaml', itemOf('second'));
    await reloads.waitFor(1);
    expect(reloads.items).toEqual(['second']);
  });

  test('loads a file once it is mended, however the entry refers to it', async () => {
    const { folder, reloads, failures } = await watchNotes(undefined, '!!str list.yaml');
    await folder.write('list.yaml', 'get: [');
    await failures.waitFor(1);
    await waitUntilIdle();
    await folder.write('list.yaml', itemOf('second'));
    await reloads.waitFor(1);
  });

  test('says that a file is gone, and loads it once it is back', async () => {
    const { folder, reloads, failures } = await watchNotes();
    await unlink(folder.at('list.yaml'));
    await failures.waitFor(1);
    expect(failures.items[0]).toMatch(
      /openapi\.yaml:4:13: .*list\.yaml: expected a file, found nothing/,
    );
    await folder.write('list.yaml', itemOf('second'));
    await reloads.waitFor(1);
  });

  test.each([
    ['is broken', 'get: ['],
    ['is missing', undefined],
  ])('loads a file that is referred to anew and %s once it is mended', async (_, text) => {
    const { folder, reloads, failures } = await watchNotes();
    await mkdir(folder.at('paths'));
    if (text !== undefined) await folder.write('paths/list.yaml', text);
    await folder.write('openapi.yaml', documentOf('paths/list.yaml'));
    await failures.waitFor(1);
    await waitUntilIdle();
    await folder.write('paths/list.yaml', itemOf('second'));
    await reloads.waitFor(1);
    expect(reloads.items).toEqual(['second']);
  });

  test('takes a contract that nobody takes for a failure', async () => {
    const { folder, reloads, failures } = await watchNotes(({ operations: [operation] }) => {
      if (operation?.id === 'second') throw new Error('Not this one.');
    });
    await folder.write('list.yaml', itemOf('second'));
    await failures.waitFor(1);
    await waitUntilIdle();
    await folder.write('list.yaml', itemOf('third'));
    await reloads.waitFor(1);
    expect(failures.items).toEqual(['Not this one.']);
    expect(reloads.items).toEqual(['third']);
  });

  test('says nothing after its end', async () => {
    const { folder, reloads, failures, close } = await watchNotes();
    close();
    await folder.write('list.yaml', itemOf('second'));
    await waitUntilIdle();
    expect([...reloads.items, ...failures.items]).toEqual([]);
  });

  test('says nothing of a failure when files have changed meanwhile', async () => {
    const { folder, reloads, failures } = await watchNotes();
    const url = await serveOnce(async () => {
      await folder.write('openapi.yaml', documentOf('next.yaml'));
      return 'get: [';
    });
    await folder.write('next.yaml', itemOf('second'));
    await folder.write('openapi.yaml', documentOf(url));
    await reloads.waitFor(1);
    expect([...reloads.items, ...failures.items]).toEqual(['second']);
  });

  test.each([
    ['loads', itemOf('second')],
    ['is broken', 'get: ['],
  ])('says nothing when it ends before a contract that %s', async (_, text) => {
    const { folder, reloads, failures, close } = await watchNotes();
    const asked = Promise.withResolvers<void>();
    const url = await serveOnce(async () => {
      close();
      asked.resolve();
      return text;
    });
    await folder.write('openapi.yaml', documentOf(url));
    await asked.promise;
    await waitUntilIdle();
    expect([...reloads.items, ...failures.items]).toEqual([]);
  });
});

/** Serves a file from a host of its own, which may do something while a contract is being loaded. */
async function serveOnce(answer: () => Promise<string>): Promise<string> {
  const server = createServer(async (_, response) => response.end(await answer()));
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP address.');
  return `http://127.0.0.1:${address.port}/list.yaml`;
}
