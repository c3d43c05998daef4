import cluster, { type Worker as Child } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StateLog } from '../mock/state/state-log.ts';
import { createLocalLog } from '../mock/state-log/local-log.ts';
import { answerLogCall } from '../mock/state-log/serve-log.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { createFiguresCollector } from './collect-figures.ts';
import { waitForInterruption } from './interruption.ts';
import { isStoreUrl, openState, type StateOptions } from './open-state.ts';
import { sayAs } from './say-as.ts';
import { WORKER_VARIABLE } from './worker.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';

/** Milliseconds that a worker has to live so that another one takes its place at once. */
const SHORT_LIFE = 1000;

export interface WorkersOptions extends StateOptions {
  /** Whether all that is said is one JSON object per line. */
  readonly json?: boolean | undefined;
}

/**
 * Runs the same command in a number of processes that share its port and its sandboxes, until it is interrupted. Returns
 * the exit code. Those of no store are in the memory, or the file, of this process.
 *
 * A worker that ends is replaced. Where the first one does not even start, its exit code is returned.
 */
export async function runWorkers(
  count: number,
  options: WorkersOptions,
  environment: CliEnvironment,
): Promise<number> {
  const log = isStoreUrl(options.state) ? undefined : await openOwnLog(options, environment);
  const say = sayAs('workers', options, environment);
  // So that members that are `undefined` arrive.
  cluster.setupPrimary({ serialization: 'advanced' });
  const children = new Map<Child, Promise<void>>();
  const serving = new Set<Child>();
  const figures = createFiguresCollector();
  const interruption = waitForInterruption(environment);
  const stopping = new AbortController();
  let isServed = false;
  try {
    const first = await Promise.race([start(1), interruption]);
    if (typeof first === 'number') return first;
    if (first !== undefined) await Promise.race([startOthers(first), interruption]);
    await interruption;
    return 0;
  } finally {
    stopping.abort();
    await stopAll();
    await log?.close();
  }

  async function startOthers(first: string): Promise<void> {
    await Promise.all(Array.from({ length: count - 1 }, (_, index) => start(index + 2)));
    if (stopping.signal.aborted) return;
    environment.say(options.json ? first : `${first}\n${count} processes share the work.`);
  }

  /** Starts a worker; gives what it says once it listens, or its exit code if it ended before. */
  function start(number: number): Promise<string | number> {
    const child = cluster.fork({ [WORKER_VARIABLE]: String(number) });
    const startedAt = performance.now();
    return new Promise((resolve) => {
      child.on('message', (message: FromWorker) => {
        if (message.kind === 'started') {
          isServed = true;
          serving.add(child);
          resolve(message.message);
        } else void answer(child, message);
      });
      const ended = waitForEnd(child).then(({ code, reason }) => {
        children.delete(child);
        serving.delete(child);
        resolve(code);
        if (isServed && !stopping.signal.aborted) void replace(number, reason, startedAt);
      });
      children.set(child, ended);
    });
  }

  async function replace(number: number, reason: string, startedAt: number): Promise<void> {
    say(`A process ended (${reason}); another one takes its place.`);
    const pause = Math.max(0, SHORT_LIFE - (performance.now() - startedAt));
    const { signal } = stopping;
    await sleep(pause, undefined, { signal }).then(
      () => start(number),
      () => {},
    );
  }

  /** Answers a worker that wants something of this process. */
  async function answer(
    child: Child,
    message: Exclude<FromWorker, { readonly kind: 'started' }>,
  ): Promise<void> {
    if (message.kind === 'figures') figures.take(message.id, message.figures);
    else if (message.kind === 'peers-asked') {
      const others = [...serving].filter((other) => other !== child);
      const peers = await figures.collect(
        others.map((other) => (id) => send(other, { kind: 'figures-asked', id })),
      );
      send(child, { kind: 'peers', id: message.id, peers });
    } else if (log !== undefined) {
      send(child, { kind: 'log-reply', reply: await answerLogCall(log, message.call) });
    }
  }

  /** Lets all workers finish what is under way, unless this process is interrupted once more. */
  async function stopAll(): Promise<void> {
    for (const child of children.keys()) send(child, { kind: 'stop' });
    void waitForInterruption(environment).then(() => {
      for (const child of children.keys()) child.process.kill('SIGKILL');
    });
    await Promise.all(children.values());
  }
}

/** A worker may be gone by then. */
function send(child: Child, message: ToWorker): void {
  if (child.isConnected()) child.send(message, undefined, () => {});
}

/** Waits until a worker has ended, or turns out not to have started. */
function waitForEnd(child: Child): Promise<{ readonly code: number; readonly reason: string }> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve({ code: code ?? 1, reason: signal ?? `exit code ${code}` }),
    );
    // One that runs cannot be told anything any more then; its end is what counts.
    child.on('error', ({ message }) => {
      if (child.process.pid === undefined) resolve({ code: 1, reason: message });
    });
  });
}

async function openOwnLog(options: WorkersOptions, environment: CliEnvironment): Promise<StateLog> {
  const { sandboxTtl, maxSandboxes, state, stateRepair } = options;
  const say = sayAs('state', options, environment);
  const opened = await openState({ state, stateRepair }, say);
  return createLocalLog({ store: opened?.store, sandboxTtl, maxSandboxes });
}
