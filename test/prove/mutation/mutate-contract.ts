import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Share, Tried } from './find-survivors.ts';

/** Loosens all constraints of a contract, in workers that have a share each. */
export async function mutateContract(file: string, workers: number): Promise<Tried> {
  const shares = Array.from({ length: workers }, (_, first): Share => ({ first, step: workers }));
  const tried = await Promise.all(shares.map((share) => runShare(file, share)));
  return {
    all: tried.reduce((sum, { all }) => sum + all, 0),
    survivors: tried.flatMap(({ survivors }) => survivors),
  };
}

async function runShare(file: string, share: Share): Promise<Tried> {
  const worker = new Worker(new URL('mutate-worker.ts', import.meta.url), {
    workerData: { file, share },
  });
  const [tried]: Tried[] = await once(worker, 'message');
  if (tried === undefined) throw new Error(`${file}: the worker said nothing.`);
  return tried;
}
