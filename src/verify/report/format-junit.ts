import { escapeHtml } from '../../html/escape-html.ts';
import { showText } from '../../text/show-text.ts';
import type { VerifyReport } from '../model/report.ts';
import { listTestResults, type TestResult } from './list-test-results.ts';

/**
 * Formats reports as JUnit XML: a suite for each API, in it a case for each operation. Several findings of an operation are one
 * failure, since most readers show no second one. https://github.com/testmoapp/junitxml
 */
export function formatJunit(reports: readonly VerifyReport[]): string {
  const suites = reports.map((report) => ({ report, results: listTestResults(report) }));
  const all = suites.flatMap(({ results }) => results);
  const time = reports.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'share-contracts verify', ...count(all), time: seconds(time) })}>`,
    ...suites.map(({ report, results }) => formatSuite(report, results)),
    '</testsuites>',
    '',
  ].join('\n');
}

function formatSuite(report: VerifyReport, results: readonly TestResult[]): string {
  const { api, startedAt, milliseconds } = report;
  const suite = {
    name: showText(api),
    ...count(results),
    time: seconds(milliseconds),
    timestamp: showText(startedAt),
  };
  return [
    `  <testsuite${attributes(suite)}>`,
    ...formatProperties(report),
    ...results.map((result) => formatCase(showText(api), result)),
    '  </testsuite>',
  ].join('\n');
}

function formatProperties({ title, url, seed, isWriting, requests }: VerifyReport): string[] {
  const properties = { title, url, seed, isWriting, requests };
  return [
    '    <properties>',
    ...Object.entries(properties).map(
      ([name, value]) => `      <property${attributes({ name, value: showText(String(value)) })}/>`,
    ),
    '    </properties>',
  ];
}

function formatCase(api: string, result: TestResult): string {
  const { name, milliseconds } = result;
  const head = `<testcase${attributes({ classname: api, name, time: seconds(milliseconds) })}`;
  const inside = [...formatOutcome(result), ...formatWarnings(result)];
  if (inside.length === 0) return `    ${head}/>`;
  return [`    ${head}>`, ...inside.map((line) => `      ${line}`), '    </testcase>'].join('\n');
}

function formatOutcome({ outcome, message, kinds, errors }: TestResult): string[] {
  switch (outcome) {
    case 'passed':
      return [];
    case 'skipped':
      return [`<skipped${attributes({ message })}/>`];
    case 'stopped':
      return [`<error${attributes({ message, type: 'stopped' })}>${escapeHtml(errors)}</error>`];
    case 'failed': {
      const type = kinds.join(' ');
      return [`<failure${attributes({ message, type })}>${escapeHtml(errors)}</failure>`];
    }
  }
}

function formatWarnings({ warnings }: TestResult): string[] {
  return warnings === '' ? [] : [`<system-out>${escapeHtml(warnings)}</system-out>`];
}

function count(results: readonly TestResult[]) {
  const countOf = (outcome: TestResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    tests: results.length,
    failures: countOf('failed'),
    errors: countOf('stopped'),
    skipped: countOf('skipped'),
  };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
