import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock } from '../../src/mock/create-mock.ts';
import { shareSandboxes } from '../../src/mock/shared-state/share-sandboxes.ts';
import { checkHistories as checkDownloads } from '../mocks/cloudreve/downloads-model-histories.ts';
import { checkHistories as checkCloudreve } from '../mocks/cloudreve/model-histories.ts';
import { checkHistories as checkCraftkit } from '../mocks/craftkit/model-histories.ts';
import { checkHistories as checkCrego } from '../mocks/crego/model-histories.ts';
import { checkHistories as checkZohoWriter } from '../mocks/zoho-writer/model-histories.ts';
import { processRuns } from '../support/property-runs.ts';
import type { MakeMock } from '../support/sandbox-mock.ts';
import type { ProofStore } from './proof-store.ts';

const HISTORIES = {
  crego: checkCrego,
  cloudreve: checkCloudreve,
  downloads: checkDownloads,
  craftkit: checkCraftkit,
  'zoho-writer': checkZohoWriter,
};

/** Describes that replicas over a store behave as the models of all own APIs, and as one process, byte for byte. */
export function describeHistories(name: string, start: () => Promise<ProofStore>): void {
  describe(`three replicas over ${name} behind a round-robin`, () => {
    let store: ProofStore;
    beforeAll(async () => {
      store = await start();
    });
    afterAll(() => store.stop());

    test('agree with the models, and byte for byte with one process, on histories of all APIs at once', async () => {
      const compared: number[] = [];
      await Promise.all(
        Object.entries(HISTORIES).map(async ([api, check]) => {
          const logs = await Promise.all([store.open(), store.open(), store.open()]);
          const make: MakeMock = (options) => {
            const replicas = logs.map((log) =>
              createMock({ ...options, shareSandboxes: (shared) => shareSandboxes(log, shared) }),
            );
            const one = createMock(options);
            for (const mock of [one, ...replicas]) onTestFinished(() => mock.close());
            return compareEach(one, replicas, compared);
          };
          await check({ make, space: `${api}-`, runs: { numRuns: processRuns(10, 500) } });
        }),
      );
      expect(compared.length).toBeGreaterThan(100);
    });
  });
}

/** Sends each request to one process and to the next of some replicas, and expects the same answer of both. */
function compareEach(
  one: Mock,
  replicas: readonly Mock[],
  compared: number[],
): Pick<Mock, 'fetch'> {
  let turn = 0;
  let begun: Promise<unknown> | undefined;
  return {
    fetch: async (request) => {
      begun ??= replicas[0]?.fetch(new Request(new URL(request.url).origin + outside(request)));
      await begun;
      turn += 1;
      const replica = replicas[turn % replicas.length];
      if (replica === undefined) throw new Error('Expected replicas.');
      const [expected, found] = [await one.fetch(request.clone()), await replica.fetch(request)];
      const copy = found.clone();
      expect(await describeAnswer(copy), request.url).toEqual(await describeAnswer(expected));
      compared.push(found.status);
      return found;
    },
  };
}

/**
 * Path of a request in the sandbox `default`: its time begins with its first request over a store, and with the process
 * otherwise.
 */
function outside({ url }: Request): string {
  return new URL(url).pathname.replace(/^\/~[^/]+/, '');
}

async function describeAnswer(response: Response) {
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, headers: [...response.headers], body };
}
