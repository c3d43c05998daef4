import { mergeCoverage } from '../testing/coverage/coverage-file.ts';
import { findUnhandled } from '../testing/coverage/find-unhandled.ts';
import { formatCoverage } from '../testing/coverage/format-coverage.ts';
import { TestingError } from '../testing/testing-error.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { UsageError } from './usage-error.ts';

export interface CoverageOptions {
  /** Files, or folders of them, that the mocks of tests wrote. */
  readonly places: readonly string[];
  /** What tests must have met. */
  readonly handles?: readonly string[];
  readonly json?: boolean;
}

/** `coverage`: adds up what the tests of several shards met of contracts. Returns the exit code. */
export async function runCoverage(
  { places, handles = [], json = false }: CoverageOptions,
  { stdout, say }: CliEnvironment,
): Promise<number> {
  const [coverage, unhandled] = read(places, handles);
  const text = json
    ? JSON.stringify({ operations: coverage, unhandled }, null, 2)
    : formatCoverage(coverage);
  stdout.write(`${text}\n`);
  for (const sentence of unhandled) say(sentence);
  return unhandled.length === 0 ? 0 : 1;
}

function read(places: readonly string[], handles: readonly string[]) {
  try {
    const coverage = mergeCoverage(places);
    return [coverage, findUnhandled(coverage, handles)] as const;
  } catch (error) {
    if (!(error instanceof TestingError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}
