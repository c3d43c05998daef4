import { Console } from 'node:console';
import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
import type { CliEnvironment } from '../../src/cli/cli-environment.ts';
import { runProgram } from '../../src/cli/run-program.ts';
import { OWN_PROJECT } from '../support/own-project.ts';
import type { CliOutcome, RunningMock } from './run-cli.ts';

/** What the program finds in place of the project of this repository, of no environment, and of a server that leaves undone what can wait. */
type Given = Partial<Pick<CliEnvironment, 'findProject' | 'settle' | 'env'>>;

/** Has a server do at once what can wait. */
export const AT_ONCE: Given = { settle: async () => {} };

interface Called {
  /** Sends a signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<CliOutcome>;
  /** Resolves with the text that `pattern` captures on stderr; rejects when the program ends without it. */
  readonly waitFor: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<CliOutcome>;
}

/** Runs the program in this process, with streams and signals of its own, and waits for its end. */
export function callProgram(args: readonly string[], given?: Given): Promise<CliOutcome> {
  return call(args, given).ended;
}

/** Runs a command that serves, and waits until it says where. */
export async function callServer(args: readonly string[], given?: Given): Promise<RunningMock> {
  const { end, waitFor } = call(args, given);
  const url = await waitFor(/(http:\/\/127\.0\.0\.1:\d+)[ \n]/);
  return { url, end, waitFor, [Symbol.asyncDispose]: async () => void (await end('SIGTERM')) };
}

/** Runs `mock` in this process and waits until it says that it listens. */
export async function callMock(args: readonly string[], given?: Given): Promise<RunningMock> {
  const { end, waitFor } = call(['mock', '--port', '0', ...args], given);
  const url = await waitFor(/(?:listens on |"url":")(http[^\s"]+).*\n/);
  return { url, end, waitFor, [Symbol.asyncDispose]: async () => void (await end('SIGTERM')) };
}

function call(args: readonly string[], given: Given = {}): Called {
  const stdout = createCollector();
  const stderr = createCollector();
  const events = new EventEmitter();
  const { error: say } = new Console(stdout.stream, stderr.stream);
  const environment = {
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    say,
    env: {},
    events,
    settle: () => new Promise<void>(() => {}),
    findProject: async () => OWN_PROJECT,
    ...given,
  };
  const ended = runProgram(args, environment).then(
    (code): CliOutcome => ({ code, stdout: stdout.read(), stderr: stderr.read() }),
  );
  const end = (signal: NodeJS.Signals) => {
    events.emit(signal);
    return ended;
  };
  return {
    end,
    ended,
    waitFor: (pattern) => Promise.race([stderr.waitFor(pattern), miss(pattern)]),
  };

  async function miss(pattern: RegExp): Promise<never> {
    throw new Error(`Ended without ${pattern}:\n${(await ended).stderr}`);
  }
}

/** Makes a stream that keeps what is written to it. */
function createCollector() {
  let text = '';
  const written = new EventEmitter().setMaxListeners(0);
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      text += chunk;
      written.emit('text');
      done();
    },
  });
  return { stream, read: () => text, waitFor };

  function waitFor(pattern: RegExp): Promise<string> {
    return new Promise((resolve) => {
      const look = () => {
        const captured = pattern.exec(text)?.[1];
        if (captured === undefined) return;
        written.off('text', look);
        resolve(captured);
      };
      written.on('text', look);
      look();
    });
  }
}
