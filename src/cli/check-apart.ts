import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CliEnvironment } from './cli-environment.ts';

const SCRIPT = join(import.meta.dirname, 'check-process.js');

/**
 * Checks a file of somebody else's in a process of its own, which has a low priority and ends with this
 * one.
 *
 * Beside serving, the walks over a document of megabytes would keep requests waiting, as would loading
 * what finds places in YAML; and what is loaded and compiled for the check would stay in memory.
 */
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
