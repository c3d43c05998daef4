import { spawn } from 'node:child_process';
import { SchemathesisError } from './schemathesis-error.ts';

/** How a program ended. */
export interface ProgramEnd {
  /** Absent where a signal ended it. */
  readonly code: number | null;
  /** The end of what it wrote. */
  readonly output: string;
  readonly isInterrupted: boolean;
}

/** Milliseconds that it has to write its reports once it is interrupted. */
const GRACE = 10_000;
/** Characters of the output that are kept. */
const MAX_OUTPUT = 4000;

/** Runs Schemathesis in a folder. The signal interrupts it as Ctrl+C does. Throws SchemathesisError where it is not installed. */
export function runProgram(
  program: string,
  words: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly signal: AbortSignal | undefined;
  },
): Promise<ProgramEnd> {
  const { cwd, env, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<ProgramEnd>();
  const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let timer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    child.kill('SIGINT');
    timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-MAX_OUTPUT);
    });
  }
  const clean = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  };
  child.on('error', (error: NodeJS.ErrnoException) => {
    clean();
    reject(error.code === 'ENOENT' || error.code === 'EACCES' ? missing(program, error) : error);
  });
  child.on('close', (code) => {
    clean();
    resolve({ code, output: output.trim(), isInterrupted: signal?.aborted === true });
  });
  signal?.addEventListener('abort', interrupt);
  if (signal?.aborted) interrupt();
  return promise;
}

function missing(program: string, cause: unknown): SchemathesisError {
  return new SchemathesisError(
    `Expected the program ${program}, found none. ` +
      'Install it with "uv tool install schemathesis" or "pipx install schemathesis".',
    { cause },
  );
}
