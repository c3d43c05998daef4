import { fork } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from '../contract/model/contract.ts';
import { isUrl } from '../contract/model/place.ts';
import type { CliEnvironment } from './cli-environment.ts';

/** Most bytes of a contract whose check keeps a request waiting for some 20 ms at most. */
const MOST_BESIDE = 250_000;

const SCRIPT = join(import.meta.dirname, 'check-process.js');

/** Checks a file in a process of its own, which has a low priority and ends with this one. */
export async function checkApart(
  file: string,
  allowRemote: boolean,
  say: CliEnvironment['say'],
): Promise<void> {
  const child = fork(SCRIPT, [file, String(allowRemote)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (message) => say(message));
  // A server that is told to end does not wait for it.
  child.unref();
  child.channel?.unref();
  const failure = await once(child, 'exit').then(([code, signal]) => code || signal, String);
  if (failure) say(`${file} could not be checked beside serving: ${failure}.`);
}

/**
 * Whether a contract is too large to be checked in the process that serves it: walks over a document
 * of megabytes keep requests waiting, and what is compiled for the check stays in memory.
 */
export async function isLarge({ file, files }: Contract): Promise<boolean> {
  if (isUrl(file)) return true;
  const sizes = await Promise.all(files.map(sizeOf));
  return sizes.reduce((sum, size) => sum + size, 0) > MOST_BESIDE;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    // What is gone takes no time.
    return 0;
  }
}
