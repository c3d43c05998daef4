import { countNoun } from '../text/count-noun.ts';
import { readTraffic } from '../traffic/read-traffic.ts';
import { listRecorded } from '../traffic/replay/recorded-request.ts';
import { serveRecording } from '../traffic/replay/serve-recording.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { waitForInterruption } from './interruption.ts';
import { LOOPBACK, listenOrExplain } from './listen-or-explain.ts';
import { UsageError } from './usage-error.ts';

export interface ReplayCommandOptions {
  readonly file: string;
  readonly port: number;
  readonly quiet?: boolean;
}

/** `replay`: serves recorded answers until it is interrupted. Returns the exit code. */
export async function runReplay(
  { file, port, quiet = false }: ReplayCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const { exchanges, server } = await readTraffic(file);
  const recorded = listRecorded(exchanges, server);
  if (recorded.length === 0) {
    throw new UsageError(
      `${file}: expected an answer, found none in ${countNoun(exchanges.length, 'exchange')}.`,
    );
  }
  const log = quiet ? () => {} : say;
  const served = await listenOrExplain(port, () =>
    serveRecording({ recorded, port, host: LOOPBACK, log }),
  );
  const interruption = waitForInterruption(environment);
  say(`Replaying ${countNoun(recorded.length, 'answer')} of ${file} on ${served.url}`);
  await interruption;
  await served.close();
  return 0;
}
