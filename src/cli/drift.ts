import { existsSync } from 'node:fs';
import { writeWhole } from '../files/write-whole.ts';
import { findDrift } from '../traffic/drift/find-drift.ts';
import { describeGroup, formatDrift } from '../traffic/drift/format-drift.ts';
import { readTraffic, type Traffic } from '../traffic/read-traffic.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { loadChosen } from './load-chosen.ts';
import { openProject } from './open-project.ts';
import { readServer } from './server-url.ts';
import { UsageError } from './usage-error.ts';

export interface DriftCommandOptions {
  readonly file: string;
  readonly api?: string;
  readonly server?: string;
  readonly patch?: string;
  readonly json?: boolean;
  readonly allowRemote?: boolean;
}

/** `drift`: prints what of recorded traffic does not fit its contract. Returns 1 where something does not. */
export async function runDrift(
  { file, api, server, patch, json = false, allowRemote }: DriftCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout, say } = environment;
  const traffic = await readTraffic(file);
  const target = api ?? (await identify(file, traffic, environment));
  const { contract } = await loadChosen(target, allowRemote, environment);
  const drift = await findDrift({
    contract,
    exchanges: traffic.exchanges,
    server: server === undefined ? traffic.server : readServer('--server', server).href,
    root: process.cwd(),
    onUncompilable: (error) => say(error.message),
  });
  const { groups, patch: text, ...counts } = drift;
  const report = {
    api: target,
    ...counts,
    groups: groups.map((one) => describeGroup(one, contract)),
  };
  stdout.write(
    json ? `${JSON.stringify(report, null, 2)}\n` : `${formatDrift(file, drift, contract)}\n`,
  );
  if (drift.exchanges === 0) {
    say(
      `${file}: expected requests to ${contract.title}, found none. Name its server with --server <url>.`,
    );
  }
  if (patch !== undefined && text !== '') {
    await writeWhole(patch, text);
    say(`${patch}: the changes; git apply ${patch} makes them.`);
  } else if (patch !== undefined) say(`${patch}: not written, as there is no change to make.`);
  return groups.length > 0 || drift.exchanges === 0 ? 1 : 0;
}

/** Finds the API of traffic: the one that the recorder noted, or the only one of the project. */
async function identify(
  file: string,
  { api }: Traffic,
  environment: CliEnvironment,
): Promise<string> {
  const { apis } = await openProject(environment);
  const names = apis.map(({ name }) => name);
  if (api !== undefined && (names.includes(api) || existsSync(api))) return api;
  const [only, ...more] = names;
  if (api === undefined && only !== undefined && more.length === 0) return only;
  const found = api === undefined ? '' : ` The file names "${api}", which is not here.`;
  throw new UsageError(
    `${file}: expected --api <name or file>, to know of which API it is.${found} Known: ${names.join(', ')}.`,
  );
}
