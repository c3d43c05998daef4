import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { Contract, Operation } from '../../src/contract/model/contract.ts';
import { createSchemaResolver } from '../../src/contract/model/resolve-schema.ts';
import { readOwnMemory } from '../memory.ts';
import { readProcessorTime } from '../process-time.ts';
import { type Ready, start, stop } from '../ready.ts';
import { send } from '../send.ts';
import { startScript } from '../servers/child.ts';
import { findFreePort, origin } from '../servers/free-port.ts';
import { NODE_OPTIONS } from '../servers/node-options.ts';
import type { Server } from '../servers/server.ts';
import { type Asked, askOperation } from './ask-operation.ts';
import { buildRequest, type SampleSchema } from './build-request.ts';
import { findHidden } from './find-hidden.ts';
import { createIndependentCheck } from './independent-check.ts';
import { type Declared, readDeclared } from './read-declared.ts';
import type { SpecDocument } from './spec-document.ts';
import { spread } from './spread.ts';

export interface DocumentResult {
  readonly document: SpecDocument;
  readonly megabytes: number;
  readonly outcome: Started | { readonly kind: 'failed'; readonly reason: string };
}

export interface Started {
  readonly kind: 'started';
  readonly readySeconds: number;
  readonly declared: Declared;
  /** Number of operations that the server lists. */
  readonly listed: number;
  /** Processor time of the first request to an operation; absent if unknown. */
  readonly firstSeconds?: number;
  /** After all requests; absent if unknown. */
  readonly memoryMb?: number;
  readonly asked: readonly Asked[];
}

export interface MeasureOptions {
  /** Number of operations that are asked for; without one, all are. */
  readonly most?: number | undefined;
  /** Makes samples of the schemas of a document. */
  readonly createSample: (document: object) => SampleSchema;
  /** Waits before the first request, so that it meets the checks that are made beside serving. */
  readonly settleMs?: number;
}

const CLI = join(ROOT, 'src/cli/start.js');
/** Mounted under a name, so that the root lists what is served. */
const MOUNT = 'spec';
const INDEX = { api: 'index', method: 'GET', target: '/', headers: {}, status: 200 };

const server: Server = {
  name: 'share-contracts',
  validates: 'request, response',
  launch: async ([document]) => {
    const port = await findFreePort();
    const args = ['mock', `${MOUNT}=${document?.file}`, '--quiet', '-p', `${port}`];
    return {
      children: [startScript(CLI, args, NODE_OPTIONS)],
      baseUrls: new Map([[INDEX.api, origin(port)]]),
    };
  },
};

/** Serves a document in its own process, and sends a request for its operations. */
export async function measureDocument(
  document: SpecDocument,
  options: MeasureOptions,
): Promise<DocumentResult> {
  const { file } = document;
  const megabytes = (await stat(file)).size / 1e6;
  const ready = await start(server, [{ api: MOUNT, file }], [INDEX]);
  if (ready.kind === 'failed') return { document, megabytes, outcome: ready };
  try {
    return { document, megabytes, outcome: await examine(ready, file, options) };
  } catch (error) {
    // The other documents are measured all the same.
    const reason = `cannot be examined: ${error}`;
    return { document, megabytes, outcome: { kind: 'failed', reason } };
  } finally {
    await stop(ready.launched);
  }
}

async function examine(ready: Ready, file: string, options: MeasureOptions): Promise<Started> {
  const { most, createSample, settleMs = 0 } = options;
  const readyAt = performance.now();
  const contract = await loadContract(file, { onFlaws: () => {} });
  const ask = createAsking(ready, contract, createSample(contract.document));
  await sleep(Math.max(0, settleMs - (performance.now() - readyAt)));
  const [first, ...others] = spread(contract.operations, most ?? contract.operations.length);
  const asked: Asked[] = [];
  const before = await readProcessorTime(pidOf(ready));
  if (first !== undefined) asked.push(await ask(first));
  const after = await readProcessorTime(pidOf(ready));
  for (const operation of others) asked.push(await ask(operation));
  const memoryMb = await readOwnMemory(pidOf(ready));
  return {
    kind: 'started',
    readySeconds: ready.readySeconds,
    declared: await readDeclared(file),
    listed: await countListed(ready),
    asked,
    ...(before !== undefined && after !== undefined && { firstSeconds: after - before }),
    ...(memoryMb !== undefined && { memoryMb }),
  };
}

type Ask = (operation: Operation) => Promise<Asked>;

function createAsking(ready: Ready, contract: Contract, sample: SampleSchema): Ask {
  const { document, operations } = contract;
  const resolve = createSchemaResolver(document);
  const check = createIndependentCheck(document, resolve);
  const known = { check, resolve, hidden: findHidden(operations) };
  const baseUrl = `${baseUrlOf(ready)}/${MOUNT}`;
  return async (operation) => {
    const request = await buildRequest(operation, sample, check);
    return await askOperation(baseUrl, operation, request, known);
  };
}

function baseUrlOf({ launched }: Ready): string {
  return launched.baseUrls.get(INDEX.api) ?? '';
}

function pidOf({ launched }: Ready): number {
  return launched.children[0]?.pid ?? 0;
}

/** Reads the number of operations on the index page. */
async function countListed(ready: Ready): Promise<number> {
  const { body } = await send(baseUrlOf(ready), INDEX);
  return Number(/\((\d+) operations\)/.exec(`${body}`)?.[1] ?? 0);
}
