import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Contract } from '../../src/contract/model/contract.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';
import { OWN_APIS } from '../support/own-project.ts';
import { firstOf } from '../support/test-contract.ts';

const ROUNDS = 100;
/** The last ones may still be on the stack, or in the answers of a library. */
const MOST_KEPT = 5;

let contract: Contract;
let collectGarbage: () => void;
beforeAll(async () => {
  contract = await loadContract(firstOf(OWN_APIS).contract);
  setFlagsFromString('--expose-gc');
  collectGarbage = runInNewContext('gc');
});

/** API of its own object, by which the handler that holds it can be told from others. */
function makeApi(): MockApi {
  return { name: 'own', mount: '', contract: { ...contract } };
}

async function askOnce(url: string): Promise<void> {
  const { path } = firstOf(contract.operations);
  await (await fetch(`${url}${path}`, { headers: { connection: 'close' } })).text();
}

/** How many of these are still reachable once nothing more goes away. */
async function countKept(references: readonly WeakRef<object>[]): Promise<number> {
  let kept = references.length;
  for (let round = 0; round < 10 && kept > MOST_KEPT; round += 1) {
    // References are held until their turn of the event loop ends.
    await turn();
    collectGarbage();
    kept = references.filter((reference) => reference.deref() !== undefined).length;
  }
  return kept;
}

function countServers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
}

describe('a hundred mocks, one after the other', () => {
  test('leave neither servers nor handlers', async () => {
    const before = countServers();
    const contracts: WeakRef<Contract>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const api = makeApi();
      contracts.push(new WeakRef(api.contract));
      const mock = createMock({ apis: [api] });
      const { url } = await mock.listen();
      await askOnce(url);
      await mock.close();
    }
    // A closed server goes away with its turn of the event loop.
    await expect.poll(countServers, { interval: 1 }).toBe(before);
    expect(await countKept(contracts)).toBeLessThanOrEqual(MOST_KEPT);
  });
});

describe('a hundred contracts, one in the place of the other', () => {
  test('leave no handlers', async () => {
    const contracts: WeakRef<Contract>[] = [];
    const mock = createMock({ apis: [makeApi()] });
    const { url } = await mock.listen();
    for (let round = 0; round < ROUNDS; round += 1) {
      const api = makeApi();
      contracts.push(new WeakRef(api.contract));
      mock.replace(api);
      await askOnce(url);
    }
    await mock.close();
    expect(await countKept(contracts)).toBeLessThanOrEqual(MOST_KEPT);
  });
});
