import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { temporaryFolder } from '../temporary-folder.ts';

/** Process of a server. */
export interface Child {
  readonly pid: number;
  /** Value of `performance.now()` at the start. */
  readonly startedAt: number;
  readonly hasEnded: () => boolean;
  /** First line of its output that says why it ended. */
  readonly reason: () => string;
  readonly stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();

// Stops processes on every exit: at the end, on failure or by a signal.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

let count = 0;

/** Runs a Node script without its stdout, so that logs do not slow the load generator. */
export function startScript(
  script: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Child {
  count += 1;
  const errorFile = join(temporaryFolder(), `stderr-${count}.log`);
  const errors = openSync(errorFile, 'w');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, script, ...args], {
    stdio: ['ignore', 'ignore', errors],
    env: { ...process.env, NO_COLOR: '1' },
  });
  closeSync(errors);
  running.add(child);
  child.once('exit', () => running.delete(child));
  if (child.pid === undefined) throw new Error(`${script} cannot be started.`);
  return {
    pid: child.pid,
    startedAt,
    hasEnded: () => hasEnded(child),
    reason: () => firstLine(readFileSync(errorFile, 'utf8')) ?? `ended with ${child.exitCode}`,
    stop: () => stop(child),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function firstLine(text: string): string | undefined {
  const lines = stripVTControlCharacters(text).split('\n');
  const line = lines.find((candidate) => /error|expected/i.test(candidate)) ?? lines[0];
  return line?.trim() ? line.trim().replaceAll(/\S*\/(?=[^/\s]+)/g, '') : undefined;
}

/** Servers have nothing to save, so they are killed. */
async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
