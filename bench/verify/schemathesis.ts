import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import type { Contestant, Judgement, Target } from './contestant.ts';
import { readEvents } from './read-events.ts';
import { lastLine, runCommand } from './run-command.ts';

const VERSION = '4.32.0';
const FOLDER = join(import.meta.dirname, `../node_modules/.cache/schemathesis-${VERSION}`);
const PROGRAM = join(FOLDER, 'bin/schemathesis');
const SETTINGS = join(import.meta.dirname, 'schemathesis.toml');

/** Schemathesis, in a virtual environment below the cache of the bench. */
export const SCHEMATHESIS: Contestant = {
  name: 'Schemathesis',
  prepare: install,
  judge,
};

async function install(): Promise<string | undefined> {
  if (existsSync(PROGRAM)) return undefined;
  console.error(`install Schemathesis ${VERSION}`);
  const reason =
    (await tryStep('python3', ['-m', 'venv', FOLDER])) ??
    (await tryStep(join(FOLDER, 'bin/pip'), ['install', '--quiet', `schemathesis==${VERSION}`]));
  if (reason === undefined) return undefined;
  await rm(FOLDER, { recursive: true, force: true });
  return `Schemathesis ${VERSION} cannot be installed: ${reason}. It needs python3 (3.10 or later) with venv and pip.`;
}

/** Runs a step of the installation; resolves with the reason where it fails. */
async function tryStep(file: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const ended = await runCommand(file, args);
    return ended.code === 0 ? undefined : lastLine(ended);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function judge({ contract, url, token, seed }: Target): Promise<Judgement> {
  const folder = temporaryFolder();
  const report = join(folder, 'events.ndjson');
  await rm(report, { force: true });
  const ended = await runCommand(
    PROGRAM,
    [
      ...['--config-file', SETTINGS, 'run', contract, '--url', url, '--seed', `${seed}`],
      ...['-H', `Authorization: Bearer ${token}`, '--checks', 'all'],
      ...['--generation-database', 'none', '--report-ndjson-path', report],
    ],
    { cwd: folder, env: { HYPOTHESIS_STORAGE_DIRECTORY: join(folder, 'hypothesis') } },
  );
  if (ended.code !== 0 && ended.code !== 1) return { kind: 'failed', reason: lastLine(ended) };
  const events = readEvents(await readFile(report, 'utf8'));
  return { kind: 'judged', ...events, seconds: ended.seconds };
}
