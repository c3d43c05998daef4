import packageFile from '#package.json' with { type: 'json' };
import { loadContract } from '../contract/load/load-contract.ts';
import { isUrl } from '../contract/model/place.ts';
import { writeWhole } from '../files/write-whole.ts';
import { checkVersions, type PlacedCoverage } from '../testing/coverage/check-versions.ts';
import type { Coverage } from '../testing/coverage/coverage.ts';
import { readCoverageFiles } from '../testing/coverage/coverage-file.ts';
import { findUnhandled } from '../testing/coverage/find-unhandled.ts';
import { formatCoverage } from '../testing/coverage/format-coverage.ts';
import { listDeclared } from '../testing/coverage/list-declared.ts';
import { mergeCounts } from '../testing/coverage/merge-counts.ts';
import { findShortfalls, type Minimum, readMinimum } from '../testing/coverage/minimum.ts';
import { percentOf, sumUp } from '../testing/coverage/sum-up.ts';
import { TestingError } from '../testing/testing-error.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { readHandles } from './read-handles.ts';
import { UsageError } from './usage-error.ts';

export interface CoverageOptions {
  /** Files, or folders of them, that the mocks of tests wrote, or `verify`. */
  readonly places: readonly string[];
  /** What tests must have met. */
  readonly handles?: readonly string[];
  /** File that lists what tests must have met. */
  readonly handlesFrom?: string;
  /** Least percent of each kind. */
  readonly min?: string;
  /** File of the page to write. */
  readonly html?: string;
  readonly json?: boolean;
}

/** `coverage`: adds up what the tests of several shards met of contracts. Returns 1 where something is asked for that none met. */
export async function runCoverage(
  options: CoverageOptions,
  environment: CliEnvironment,
): Promise<number> {
  try {
    return await report(options, environment);
  } catch (error) {
    if (!(error instanceof TestingError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

async function report(options: CoverageOptions, environment: CliEnvironment): Promise<number> {
  const { places, html, json = false } = options;
  const min = options.min === undefined ? {} : readMinimum(options.min);
  // 1. Read all files, and make sure that they are of one version of each contract, which is that of the project.
  const files = readCoverageFiles(places);
  checkVersions([...(await readContracts(files, environment)), ...files]);
  // 2. Add them up, and look for what is asked for.
  const coverage = mergeCounts(files.map((file) => file.coverage));
  const unhandled = listUnhandled(coverage, options);
  const shortfalls = findShortfalls(coverage, min);
  // 3. Report.
  const text = json ? formatJson(coverage, unhandled, shortfalls) : formatCoverage(coverage);
  environment.stdout.write(`${text}\n`);
  if (html !== undefined) {
    await writePage(html, coverage, [...unhandled, ...shortfalls], min, options);
  }
  for (const sentence of [...unhandled, ...shortfalls]) environment.say(sentence);
  return unhandled.length + shortfalls.length === 0 ? 0 : 1;
}

/** What the contracts of the project have now, of the APIs that files speak of. */
async function readContracts(
  files: readonly PlacedCoverage[],
  { findProject, say }: CliEnvironment,
): Promise<PlacedCoverage[]> {
  const project = await findProject();
  if (project === undefined) return [];
  const names = new Set(files.flatMap(({ coverage }) => coverage.map(({ api }) => api)));
  const contracts: PlacedCoverage[] = [];
  for (const name of names) {
    const api = project.apis.find((one) => one.name === name);
    if (api === undefined || isUrl(api.contract)) {
      const reason = api === undefined ? `${project.file} has none of the name` : 'it is not local';
      say(`Coverage of ${name} is not compared with a contract: ${reason}.`);
      continue;
    }
    const contract = await loadContract(api.contract, {
      onFlaws: api.isStrict ? undefined : () => {},
    });
    contracts.push({ place: api.contract, coverage: listDeclared(name, contract) });
  }
  return contracts;
}

function listUnhandled(
  coverage: Coverage,
  { handles = [], handlesFrom }: CoverageOptions,
): string[] {
  const listed = handlesFrom === undefined ? [] : readHandles(handlesFrom);
  return [
    ...findUnhandled(coverage, handles),
    ...listed.flatMap(({ text, place }) => {
      try {
        return findUnhandled(coverage, [text]).map((sentence) => `${place}: ${sentence}`);
      } catch (error) {
        if (!(error instanceof TestingError)) throw error;
        throw new TestingError(`${place}: ${error.message}`, { cause: error });
      }
    }),
  ];
}

function formatJson(
  coverage: Coverage,
  unhandled: readonly string[],
  shortfalls: readonly string[],
): string {
  const shares = Object.entries(sumUp(coverage));
  const totals = shares.map(([kind, share]) => [kind, { ...share, percent: percentOf(share) }]);
  return JSON.stringify(
    { totals: Object.fromEntries(totals), operations: coverage, unhandled, shortfalls },
    null,
    2,
  );
}

async function writePage(
  file: string,
  coverage: Coverage,
  failures: readonly string[],
  min: Minimum,
  { handles = [], handlesFrom }: CoverageOptions,
): Promise<void> {
  const { formatCoverageHtml } = await import('../testing/coverage/page/format-coverage-html.ts');
  const isGated = handles.length > 0 || handlesFrom !== undefined || Object.keys(min).length > 0;
  const writer = `${packageFile.name} ${packageFile.version}`;
  try {
    await writeWhole(
      file,
      formatCoverageHtml(coverage, { minimum: min, isGated, failures, writer }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--html: expected to write "${file}", found: ${reason}.`, {
      cause: error,
    });
  }
}
