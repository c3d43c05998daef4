import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { COVERAGE_VARIABLE } from '../coverage-variable.ts';
import { mergeCoverage, writeCoverage } from './coverage-file.ts';
import { findUnhandled } from './find-unhandled.ts';
import { formatCoverage } from './format-coverage.ts';
import { findShortfalls, type Minimum } from './minimum.ts';

/** What a run is to show of its coverage. */
export interface CoverageReporterOptions {
  /** What tests must have met, such as `petstore listPets`, `petstore 409` or `petstore listPets 401`; the run fails otherwise. */
  readonly handles?: readonly string[];
  /** Least percent of each kind that tests must have met, such as `{ statuses: 80 }`; the run fails otherwise. */
  readonly min?: Minimum;
  /** Folder in which each mock of the run writes what it met; emptied first. `node_modules/.cache/share-contracts/coverage` by default. */
  readonly folder?: string;
  /** File to write the sum into, to be merged with those of other shards by `share-contracts coverage`. */
  readonly file?: string;
  /** Writes the report; to stdout by default. */
  readonly write?: (text: string) => void;
}

const FOLDER = 'node_modules/.cache/share-contracts/coverage';

/**
 * Reporter for Vitest (`reporters: ['default', new CoverageReporter({ handles })]`) and for Playwright
 * (`reporter: [['list'], ['share-contracts/testing/coverage', { handles }]]`): has the mocks of all workers count what they meet of
 * their contracts, prints it at the end of the run, and fails the run for what `handles` asks for and no test met.
 */
export class CoverageReporter {
  readonly #options: CoverageReporterOptions;
  readonly #folder: string;

  constructor(options: CoverageReporterOptions = {}) {
    this.#options = options;
    this.#folder = resolve(options.folder ?? FOLDER);
  }

  /** Called by Vitest before any worker starts. */
  onInit(): void {
    this.#begin();
  }

  /** Called by Vitest at the end of a run. */
  onTestRunEnd(): void {
    // Vitest keeps it: https://vitest.dev/api/advanced/reporters has no other way to fail a run.
    if (!this.#end()) process.exitCode = 1;
  }

  /** Called by Playwright before any worker starts. */
  onBegin(): void {
    this.#begin();
  }

  /** Called by Playwright at the end of a run. */
  onEnd({ status }: { status: 'passed' | 'failed' | 'timedout' | 'interrupted' }): Promise<{
    status: 'passed' | 'failed' | 'timedout' | 'interrupted';
  }> {
    const isMet = this.#end();
    return Promise.resolve({ status: status === 'passed' && !isMet ? 'failed' : status });
  }

  /** Tells Playwright that another reporter shows the tests. */
  printsToStdio(): boolean {
    return false;
  }

  #begin(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    // Workers start with the environment of this process.
    process.env[COVERAGE_VARIABLE] = this.#folder;
  }

  /** Reports, and tells whether all is met that must be. */
  #end(): boolean {
    const { handles = [], min = {}, file } = this.#options;
    const { write = (text) => void process.stdout.write(text) } = this.#options;
    let failures: string[];
    try {
      const coverage = mergeCoverage([this.#folder], { allowsNone: true });
      if (file !== undefined) writeCoverage(file, coverage);
      write(`\n${formatCoverage(coverage)}\n`);
      failures = [...findUnhandled(coverage, handles), ...findShortfalls(coverage, min)];
    } catch (error) {
      // A reporter that throws hides the run.
      failures = [error instanceof Error ? error.message : String(error)];
    }
    for (const sentence of failures) write(`${sentence}\n`);
    return failures.length === 0;
  }
}

export default CoverageReporter;
