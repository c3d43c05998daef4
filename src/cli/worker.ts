import { EventEmitter } from 'node:events';
import type { StateLog } from '../mock/state/state-log.ts';
import { connectRemoteLog } from '../mock/state-log/remote-log.ts';
import type { CliEnvironment } from './cli-environment.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';

/** Environment variable that has the number of a worker, from 1. */
export const WORKER_VARIABLE = 'SHARE_CONTRACTS_WORKER';

/** One of the processes that `--workers` starts. */
export interface Worker {
  /** Log of the process that started it. */
  readonly log: StateLog;
  /** The same environment, in which it ends when it is told to, and the first one alone says what all would. */
  readonly environment: CliEnvironment;
  /** Tells that it listens, with what is to be said then. */
  readonly tellStarted: (message: string) => void;
}

/** The worker that this process is; `undefined` if it is none. */
export function findWorker(environment: CliEnvironment): Worker | undefined {
  const number = environment.env[WORKER_VARIABLE];
  if (number === undefined) return undefined;
  const send = (message: FromWorker) => void process.send?.(message);
  const events = new EventEmitter();
  const remote = connectRemoteLog('the memory of this server', (call) =>
    send({ kind: 'log-call', call }),
  );
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'stop') events.emit('SIGTERM');
    else remote.take(message.reply);
  });
  process.on('exit', () => events.emit('exit'));
  // A terminal sends it to all processes, and the first of them tells the others.
  process.on('SIGINT', () => {});
  const say = number === '1' ? environment.say : () => {};
  return {
    log: remote.log,
    environment: { ...environment, say, events },
    tellStarted: (message) => send({ kind: 'started', message }),
  };
}
