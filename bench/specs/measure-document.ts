import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import { readMemory } from '../memory.ts';
import { type Ready, start, stop } from '../ready.ts';
import { send } from '../send.ts';
import { startScript } from '../servers/child.ts';
import { findFreePort, origin } from '../servers/free-port.ts';
import type { Server } from '../servers/server.ts';
import { type Asked, askOperation } from './ask-operation.ts';
import type { LargeDocument } from './large-documents.ts';
import { spread } from './spread.ts';

export interface DocumentResult {
  readonly document: LargeDocument;
  readonly megabytes: number;
  readonly outcome: Started | { readonly kind: 'failed'; readonly reason: string };
}

export interface Started {
  readonly kind: 'started';
  readonly readySeconds: number;
  /** Operations in the document, and those that the server lists. */
  readonly declared: number;
  readonly listed: number;
  readonly asked: readonly Asked[];
  /** After all requests; absent if unknown. */
  readonly memoryMb?: number;
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
    const spec = `${MOUNT}=${document?.file}`;
    return {
      children: [startScript(CLI, ['mock', spec, '--quiet', '-p', `${port}`])],
      baseUrls: new Map([[INDEX.api, origin(port)]]),
    };
  },
};

/** Serves a document in its own process, and sends requests for up to `most` of its operations. */
export async function measureDocument(
  document: LargeDocument,
  most: number,
): Promise<DocumentResult> {
  const { file } = document;
  const megabytes = (await stat(file)).size / 1e6;
  const ready = await start(server, [{ api: MOUNT, file }], [INDEX]);
  if (ready.kind === 'failed') return { document, megabytes, outcome: ready };
  try {
    return { document, megabytes, outcome: await examine(ready, file, most) };
  } finally {
    await stop(ready.launched);
  }
}

async function examine(
  { launched, readySeconds }: Ready,
  file: string,
  most: number,
): Promise<Started> {
  const baseUrl = launched.baseUrls.get(INDEX.api) ?? '';
  const listed = await countListed(baseUrl);
  const contract = await loadContract(file);
  const asked: Asked[] = [];
  for (const operation of spread(contract.operations, most)) {
    asked.push(await askOperation(`${baseUrl}/${MOUNT}`, operation, contract));
  }
  const memoryMb = await readMemory(launched.children.map(({ pid }) => pid));
  const declared = await countDeclared(file);
  const head = { kind: 'started', readySeconds, declared, listed, asked } as const;
  return { ...head, ...(memoryMb !== undefined && { memoryMb }) };
}

/** Reads the number of operations on the index page. */
async function countListed(baseUrl: string): Promise<number> {
  const { body } = await send(baseUrl, INDEX);
  return Number(/\((\d+) operations\)/.exec(`${body}`)?.[1] ?? 0);
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Counts in the JSON, without the code under test. */
async function countDeclared(file: string): Promise<number> {
  const document: unknown = JSON.parse(await readFile(file, 'utf8'));
  const paths = isJsonObject(document) && isJsonObject(document.paths) ? document.paths : {};
  const members = Object.values(paths).flatMap((item) => Object.keys(Object(item)));
  return members.filter((member) => METHODS.includes(member)).length;
}
