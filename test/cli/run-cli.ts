import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../src/apis/root.ts';

export interface CliOptions {
  /** Working directory of the program. */
  readonly cwd?: string;
  /** Path by which the program is called. */
  readonly main?: string;
  /** Environment variables besides those of the tests. */
  readonly env?: NodeJS.ProcessEnv;
  /** Most files and connections that the program may have open; POSIX alone. */
  readonly maxFiles?: number;
  /** Size that no file may pass, in units of the shell, for all that the process writes; see `raiseFileLimit`. */
  readonly fileLimit?: number;
}

/** How a run of the program ended. */
export interface CliOutcome {
  /** Exit code; null for a program that a signal killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Server that `await using` ends with its scope. */
export interface RunningMock extends AsyncDisposable {
  /** URL that the program says it listens on. */
  readonly url: string;
  /** Sends a signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<CliOutcome>;
  /** Resolves with the text that `pattern` captures on stderr; rejects when the program ends without it. */
  readonly waitFor: (pattern: RegExp) => Promise<string>;
}

/** Server in a process of its own. */
export interface StartedMock extends RunningMock {
  readonly pid: number;
  /** Goes away as the reader of the log. */
  readonly closeStderr: () => Promise<void>;
}

interface RunningCli extends Pick<StartedMock, 'pid' | 'end' | 'waitFor' | 'closeStderr'> {
  readonly ended: Promise<CliOutcome>;
}

const running = new Set<RunningCli>();

/** Runs the program in a process of its own and waits for its end. */
export function runCli(args: readonly string[], options?: CliOptions): Promise<CliOutcome> {
  return startCli(args, options).ended;
}

/** Starts `mock` and waits until it says that it listens. */
export async function startMock(
  args: readonly string[],
  options?: CliOptions,
): Promise<StartedMock> {
  const { pid, end, waitFor, closeStderr } = startCli(['mock', ...args], options);
  const url = await waitFor(/(?:listens on |"url":")(http[^\s"]+).*\n/);
  return {
    url,
    pid,
    end,
    waitFor,
    closeStderr,
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  };
}

/** Ends what a hanging test has left behind; for `afterAll`. */
export async function endRunningClis(): Promise<void> {
  await Promise.all([...running].map(({ end }) => end('SIGKILL')));
}

function startCli(
  args: readonly string[],
  { cwd = ROOT, main = join(ROOT, 'src/cli/start.js'), env, maxFiles, fileLimit }: CliOptions = {},
): RunningCli {
  const command = [...limitFiles(fileLimit), process.execPath, main, ...args];
  const limited = ['sh', '-c', 'ulimit -n "$0" && exec "$@"', `${maxFiles}`, ...command];
  const [program = '', ...rest] = maxFiles === undefined ? command : limited;
  const child = spawn(program, rest, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const ended = once(child, 'close')
    .then(([code]): CliOutcome => ({ code, stdout: stdout(), stderr: stderr() }))
    // One that could not be started has ended as well.
    .finally(() => running.delete(cli));
  const cli: RunningCli = { pid: child.pid ?? 0, end, waitFor, closeStderr, ended };
  running.add(cli);
  return cli;

  async function closeStderr(): Promise<void> {
    await once(child.stderr.destroy(), 'close');
  }

  function end(signal: NodeJS.Signals): Promise<CliOutcome> {
    child.kill(signal);
    return ended;
  }

  function waitFor(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const captured = pattern.exec(stderr())?.[1];
        if (captured !== undefined) resolve(captured);
      };
      child.stderr.on('data', look);
      look();
      child.once('close', () => reject(new Error(`Ended without ${pattern}:\n${stderr()}`)));
    });
  }
}

/** Words that run the words behind them under a limit, which may be raised later on. */
function limitFiles(limit: number | undefined): string[] {
  return limit === undefined ? [] : ['sh', '-c', 'ulimit -S -f "$0"; exec "$@"', `${limit}`];
}

/** Reads a stream; the function gives what came so far. */
function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}
