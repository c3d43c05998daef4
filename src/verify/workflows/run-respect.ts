import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { adviseInstall } from '../../text/advise-install.ts';
import { parseRespectReport, type RespectStep } from './respect-report.ts';
import { WorkflowsError } from './workflows-error.ts';

const REDOCLY = '@redocly/cli';

/** What Respect runs, and how it gets to the servers. */
export interface RespectOptions {
  readonly file: string;
  /** Ids of the workflows to run. */
  readonly workflows: readonly string[];
  /** Base URLs by name of the OpenAPI description. */
  readonly servers: Readonly<Record<string, string>>;
  readonly proxy: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Milliseconds of one request. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/**
 * Runs workflows by Respect in a process of its own, so that nothing of it prints, exits or changes the environment here.
 *
 * Throws WorkflowsError with its words where it writes no report.
 */
export async function runRespect(options: RespectOptions): Promise<RespectStep[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-'));
  const report = join(folder.path, 'report.json');
  const output = await run(options, folder.path, report);
  const text = await readFile(report, 'utf8').catch((cause: unknown) => {
    throw new WorkflowsError(`${options.file}: the workflows could not be run.\n${output}`, {
      cause,
    });
  });
  return parseRespectReport(text, options.file);
}

async function run(options: RespectOptions, cwd: string, report: string): Promise<string> {
  const { file, workflows, servers, timeout, signal } = options;
  const words = [
    ...workflows.flatMap((id) => ['--workflow', id]),
    ...Object.entries(servers).flatMap(([name, url]) => ['--server', `${name}=${url}`]),
    ...['--json-output', report, '--max-fetch-timeout', String(timeout)],
  ];
  // No registry of the project is read in an empty folder.
  const child = spawn(process.execPath, [findScript(), 'respect', file, ...words], {
    cwd,
    env: makeEnvironment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill('SIGKILL');
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  try {
    await once(child, 'close');
  } finally {
    signal.removeEventListener('abort', end);
  }
  signal.throwIfAborted();
  return chunks.join('').trim();
}

/** Inputs may hold credentials, which do not belong into the list of processes. */
function makeEnvironment({ proxy, inputs }: RespectOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    NODE_OPTIONS: undefined,
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    NO_PROXY: undefined,
    no_proxy: undefined,
  };
}

function findScript(): string {
  try {
    const found = createRequire(import.meta.url).resolve(`${REDOCLY}/package.json`);
    return join(dirname(found), 'bin', 'cli.js');
  } catch (error) {
    throw new WorkflowsError(
      `Expected ${REDOCLY}, which runs workflows, found none. ${adviseInstall(REDOCLY)}`,
      { cause: error },
    );
  }
}
