import { showText } from '../../text/show-text.ts';
import type { VerifyReport } from '../model/report.ts';
import { listTestResults, type TestResult } from './list-test-results.ts';
import { TOOL } from './tool.ts';
import { writeJson } from './write-json.ts';

/** Version of the specification: https://github.com/ctrf-io/ctrf/blob/main/schema/ctrf.schema.json. */
const SPEC_VERSION = '0.0.0';

const STATUSES = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  stopped: 'other',
} as const;

/** Formats reports in the Common Test Report Format, with a test for each operation: https://ctrf.io. */
export function formatCtrf(reports: readonly VerifyReport[]): string {
  const tests = reports.flatMap((report) =>
    listTestResults(report).map((result) => toTest(report, result)),
  );
  const countOf = (wanted: string) => tests.filter(({ status }) => status === wanted).length;
  return writeJson({
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    generatedBy: TOOL.name,
    results: {
      tool: TOOL,
      summary: {
        tests: tests.length,
        passed: countOf('passed'),
        failed: countOf('failed'),
        skipped: countOf('skipped'),
        pending: 0,
        other: countOf('other'),
        suites: reports.length,
        ...measure(reports),
      },
      tests,
    },
  });
}

function toTest({ api, seed, url }: VerifyReport, result: TestResult) {
  const { name, outcome, message, kinds, errors, warnings, milliseconds } = result;
  return {
    name,
    status: STATUSES[outcome],
    duration: Math.round(milliseconds),
    suite: [showText(api) || 'API'],
    ...(message === '' ? {} : { message }),
    ...(outcome === 'failed' ? { trace: errors } : {}),
    ...(kinds.length === 0 ? {} : { tags: kinds }),
    ...(warnings === '' ? {} : { stdout: warnings.split('\n') }),
    extra: { seed, url: showText(url) },
  };
}

function measure(reports: readonly VerifyReport[]) {
  const starts = reports.map(({ startedAt }) => Date.parse(startedAt)).filter(Number.isFinite);
  const ends = reports.map(({ startedAt, milliseconds }) => Date.parse(startedAt) + milliseconds);
  const start = starts.length === 0 ? 0 : Math.min(...starts);
  const stop = Math.max(start, ...ends.filter(Number.isFinite));
  return { start, stop: Math.round(stop), duration: Math.round(stop - start) };
}
