import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import { adviseInstall } from '../../text/advise-install.ts';
import { DiffError } from '../source/diff-error.ts';

const REDOCLY = '@redocly/cli';
/** Without it, a dropped `required` passes. */
const CONFIGURATION = 'extends: [diff-recommended]\n';

/** A verdict of Redocly's that asks for a new major version. */
export interface Verdict {
  readonly ruleId: string;
  readonly message: string;
  /** JSON Pointers in the bundles. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Runs `redocly diff` with its recommended rules on two bundled documents, in a process of its own: no package exports the
 * engine, only the CLI has it (2.77, https://redocly.com/docs/cli/commands/diff).
 *
 * Throws DiffError where it is not installed, or fails.
 */
export async function runRedoclyDiff(
  before: unknown,
  after: unknown,
  signal?: AbortSignal,
): Promise<Verdict[]> {
  const script = join(dirname(findRedocly()), 'bin', 'cli.js');
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-redocly-'));
  const write = (name: string, text: string) => writeFile(join(folder.path, name), text);
  await Promise.all([
    write('redocly.yaml', CONFIGURATION),
    write('before.json', JSON.stringify(toPlain(before))),
    write('after.json', JSON.stringify(toPlain(after))),
  ]);
  const args = [
    'diff',
    'before.json',
    'after.json',
    '--format',
    'json',
    '--fail-on',
    'none',
    '-o',
    'report.json',
  ];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    await promisify(execFile)(process.execPath, [script, ...args], {
      cwd: folder.path,
      env,
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new DiffError(`redocly diff failed: ${explain(error)}`, { cause: error });
  }
  return readVerdicts(JSON.parse(await readFile(join(folder.path, 'report.json'), 'utf8')));
}

function findRedocly(): string {
  try {
    return createRequire(import.meta.url).resolve(`${REDOCLY}/package.json`);
  } catch (error) {
    throw new DiffError(
      `Expected ${REDOCLY}, whose rules are applied as well, found none. ${adviseInstall(REDOCLY)}`,
      { cause: error },
    );
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && error.stderr ? String(error.stderr).trim() : error.message;
}

function readVerdicts(report: unknown): Verdict[] {
  const changes = isJsonObject(report) && Array.isArray(report.changes) ? report.changes : [];
  return changes.filter(isJsonObject).flatMap(({ base, revision, verdicts }) =>
    (Array.isArray(verdicts) ? verdicts : [])
      .filter(isJsonObject)
      .filter(({ impact }) => impact === 'major')
      .map(({ ruleId, message }) => ({
        ruleId: String(ruleId),
        message: String(message),
        before: readPointer(base),
        after: readPointer(revision),
      })),
  );
}

function readPointer(place: unknown): string | undefined {
  const pointer = isJsonObject(place) ? place.pointer : undefined;
  return typeof pointer === 'string' ? pointer.replace(/^#/, '') : undefined;
}
