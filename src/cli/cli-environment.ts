import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRegistry } from '../project/find-registry.ts';
import type { Project } from '../project/project.ts';
import { readProject } from '../project/read-project.ts';

/** What the program has around it. */
export interface CliEnvironment {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Writes a line to stderr: a text as it is, an error with its stack. */
  readonly say: (message: unknown) => void;
  /** Environment variables. */
  readonly env: NodeJS.ProcessEnv;
  /** Tells of signals, and of the end of the process. */
  readonly events: Pick<EventEmitter, 'once' | 'off'>;
  /** Waits until a server may do what can wait, beside serving; rejects when it is to end before. */
  readonly settle: (signal: AbortSignal) => Promise<void>;
  /** Reads the project of the working directory, or of the nearest folder above; `undefined` if there is none. */
  readonly findProject: () => Promise<Project | undefined>;
}

/** What a process has around it. */
export function environmentOf(process: NodeJS.Process): CliEnvironment {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // Unlike a write to the stream, it does no harm where the reader of a pipe went away.
    say: (message) => console.error(message),
    env: process.env,
    events: process,
    // The first requests come at once from whoever waits for a server.
    settle: (signal) => sleep(1000, undefined, { ref: false, signal }),
    findProject: async () => {
      const file = await findRegistry(process.cwd());
      return file === undefined ? undefined : readProject(file);
    },
  };
}
