import cluster from 'node:cluster';
import { EventEmitter } from 'node:events';
import type { Peers } from '../mock/metrics/peers.ts';
import type { StateLog } from '../mock/state/state-log.ts';
import { connectRemoteLog } from '../mock/state-log/remote-log.ts';
import type { CliEnvironment } from './cli-environment.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';
import { connectPeers } from './worker-peers.ts';

/** Environment variable that has the number of a worker, from 1. */
export const WORKER_VARIABLE = 'SHARE_CONTRACTS_WORKER';

/** One of the processes that `--workers` starts. */
export interface Worker {
  /** Log of the process that started it. */
  readonly log: StateLog;
  /** The other ones. */
  readonly peers: Peers;
  /** The same environment, in which it ends when it is told to, and the first one alone says what all would. */
  readonly environment: CliEnvironment;
  /** Tells that it listens, with what is to be said then. */
  readonly tellStarted: (message: string) => void;
  /** Lets go of the process that started it, which keeps it alive. */
  readonly leave: () => void;
}

/** The worker that this process is; `undefined` if it is none. */
export function findWorker(environment: CliEnvironment): Worker | undefined {
  const number = environment.env[WORKER_VARIABLE];
  // A program that a worker starts has the variable as well.
  if (number === undefined || !cluster.isWorker) return undefined;
  const events = new EventEmitter();
  const remote = connectRemoteLog('the memory of this server', (call) =>
    send({ kind: 'log-call', call }),
  );
  const { peers, tell, take } = connectPeers(send);
  let hasStarted = false;
  let isStopping = false;
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'stop') stop();
    else if (message.kind === 'log-reply') remote.take(message.reply);
    else if (message.kind === 'figures-asked') tell(message.id);
    else take(message.id, message.peers);
  });
  process.on('exit', () => events.emit('exit'));
  // A terminal sends it to all processes, and the first of them tells the others.
  process.on('SIGINT', () => {});
  // A service manager does so too, but this may also be for one worker alone.
  process.on('SIGTERM', stop);
  const say = number === '1' ? environment.say : () => {};
  return {
    log: remote.log,
    peers,
    environment: { ...environment, say, events },
    tellStarted: (message) => {
      hasStarted = true;
      send({ kind: 'started', message });
    },
    // By the cluster, since a worker that loses its channel otherwise ends with 0 at once.
    leave: () => void cluster.worker?.disconnect(),
  };

  /** Ends once all is finished, or at once where nothing can be under way; says it once, as twice means to break off. */
  function stop(): void {
    if (!hasStarted) process.exit();
    if (isStopping) return;
    isStopping = true;
    events.emit('SIGTERM');
  }
}

/** Where the other process is gone, this one ends by itself. */
function send(message: FromWorker): void {
  process.send?.(message, undefined, undefined, () => {});
}
