import cluster, { type Worker as Child } from 'node:cluster';
import type { StateLog } from '../mock/state/state-log.ts';
import { createLocalLog } from '../mock/state-log/local-log.ts';
import { answerLogCall } from '../mock/state-log/serve-log.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { waitForInterruption } from './interruption.ts';
import { isStoreUrl, openState, type StateOptions } from './open-state.ts';
import { WORKER_VARIABLE } from './worker.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';

/** Milliseconds that a worker has to live so that another one takes its place at once. */
const SHORT_LIFE = 1000;

/**
 * Runs the same command in a number of processes that share its port and its sandboxes, until it is interrupted. Returns
 * the exit code. Those of no store are in the memory, or the file, of this process.
 *
 * A worker that ends is replaced. Where the first one does not even start, its exit code is returned.
 */
export async function runWorkers(
  count: number,
  options: StateOptions & { readonly json?: boolean | undefined },
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const log = isStoreUrl(options.state) ? undefined : await openOwnLog(options, say);
  // So that members that are `undefined` arrive.
  cluster.setupPrimary({ serialization: 'advanced' });
  const children = new Map<number, Child>();
  const interruption = waitForInterruption(environment);
  let isStopping = false;
  try {
    const first = await start(1);
    if (typeof first === 'number') return first;
    for (let number = 2; number <= count; number += 1) await start(number);
    say(options.json === true ? first : `${first}\n${count} processes share the work.`);
    await interruption;
    return 0;
  } finally {
    isStopping = true;
    await stopAll();
    await log?.close();
  }

  /** Starts a worker; gives what it says once it listens, or its exit code if it ended before. */
  function start(number: number): Promise<string | number> {
    const child = cluster.fork({ [WORKER_VARIABLE]: String(number) });
    const startedAt = performance.now();
    children.set(number, child);
    return new Promise((resolve) => {
      let hasStarted = false;
      child.on('message', (message: FromWorker) => {
        if (message.kind === 'log-call' && log !== undefined) {
          void answerLogCall(log, message.call).then((reply) =>
            send(child, { kind: 'log-reply', reply }),
          );
        }
        if (message.kind !== 'started') return;
        hasStarted = true;
        resolve(message.message);
      });
      child.on('exit', (code, signal) => {
        children.delete(number);
        if (!hasStarted) resolve(code ?? 1);
        if (isStopping || (!hasStarted && number === 1)) return;
        say(`A process ended (${signal ?? `exit code ${code}`}); another one takes its place.`);
        const pause = Math.max(0, SHORT_LIFE - (performance.now() - startedAt));
        setTimeout(() => isStopping || void start(number), pause);
      });
    });
  }

  /** Lets all workers finish what is under way, unless this process is interrupted once more. */
  async function stopAll(): Promise<void> {
    const ended = [...children.values()].map(
      (child) => new Promise<void>((resolve) => child.once('exit', () => resolve())),
    );
    for (const child of children.values()) send(child, { kind: 'stop' });
    void waitForInterruption(environment).then(() => {
      for (const child of children.values()) child.process.kill('SIGKILL');
    });
    await Promise.all(ended);
  }
}

/** A worker may be gone by then. */
function send(child: Child, message: ToWorker): void {
  if (child.isConnected()) child.send(message, undefined, () => {});
}

async function openOwnLog(
  options: StateOptions,
  say: (message: string) => void,
): Promise<StateLog> {
  const { sandboxTtl, maxSandboxes, maxStaleness: _, ...own } = options;
  const opened = await openState({ ...own }, say);
  return createLocalLog({ store: opened?.store, sandboxTtl, maxSandboxes });
}
