import { DEFAULT_BODY_LIMIT } from '../mock/http/read-bytes.ts';
import { countNoun } from '../text/count-noun.ts';
import { createHarFile, type HarFile } from '../traffic/record/har-file.ts';
import { type Recorder, recordTraffic } from '../traffic/record/record-traffic.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { waitForInterruption } from './interruption.ts';
import { LOOPBACK, listenOrExplain } from './listen-or-explain.ts';
import { loadChosen } from './load-chosen.ts';
import { readServer } from './server-url.ts';
import { adviseOnSystem } from './system-error.ts';
import { UsageError } from './usage-error.ts';

export interface RecordCommandOptions {
  readonly api: string;
  readonly to: string;
  readonly port: number;
  readonly output?: string;
  readonly force?: boolean;
  readonly bodyLimit?: number;
  readonly insecure?: boolean;
  readonly allowRemote?: boolean;
  readonly quiet?: boolean;
}

/** `record`: passes requests on and writes what was said, until it is interrupted. Returns the exit code. */
export async function runRecord(
  options: RecordCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const to = readServer('--to', options.to);
  const { name, contract } = await loadChosen(options.api, options.allowRemote, environment);
  const path = options.output ?? `${name}.har`;
  const file = await createOrExplain(path, options.api, to, options.force === true);
  let recorder: Recorder;
  try {
    recorder = await listenOrExplain(options.port, () =>
      recordTraffic({
        contract,
        to,
        port: options.port,
        host: LOOPBACK,
        bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT,
        isInsecure: options.insecure === true,
        file,
        log: (lines) => {
          if (options.quiet !== true || lines.length > 1) say(lines.join('\n'));
        },
        onFailure: (error) => say(`An exchange is not recorded. ${adviseOnSystem(error) ?? error}`),
        onUncompilable: (error) => say(error.message),
      }),
    );
  } catch (error) {
    await file.close();
    throw error;
  }
  // Whoever waits for the message may interrupt as soon as it is there.
  const interruption = waitForInterruption(environment);
  say(`Recording ${contract.title}: ${recorder.url} passes requests on to ${to.href}`);
  await interruption;
  await recorder.close();
  await file.close();
  const { exchanges, broken } = recorder.counts();
  const verdict = broken === 0 ? 'none breaks' : broken === 1 ? '1 breaks' : `${broken} break`;
  say(`${path}: ${countNoun(exchanges, 'exchange')}, of which ${verdict} the contract.`);
  return 0;
}

async function createOrExplain(
  path: string,
  api: string,
  to: URL,
  isForced: boolean,
): Promise<HarFile> {
  try {
    return await createHarFile(path, { api, server: to.href, isForced });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    throw new UsageError(
      `${path} is there already. Replace it with --force, or name another file with --output.`,
      { cause: error },
    );
  }
}
