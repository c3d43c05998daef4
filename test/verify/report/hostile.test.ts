import { validate as validateCtrf } from 'ctrf';
import { XMLValidator } from 'fast-xml-parser';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { formatConsole } from '../../../src/verify/report/format-console.ts';
import { formatCtrf } from '../../../src/verify/report/format-ctrf.ts';
import { formatGithubAnnotations } from '../../../src/verify/report/format-github-annotations.ts';
import { formatHtml } from '../../../src/verify/report/format-html.ts';
import { formatJson } from '../../../src/verify/report/format-json.ts';
import { formatJunit } from '../../../src/verify/report/format-junit.ts';
import { formatSarif } from '../../../src/verify/report/format-sarif.ts';
import { formatStepSummary } from '../../../src/verify/report/format-step-summary.ts';
import { HOSTILE_TEXTS, hostileReport } from './hostile-report.ts';
import { findingOf, reportOf } from './sample-reports.ts';

/** Most that a report may be, where it need not hold all. */
const MAX_LENGTH = 600_000;

/** Unprintable characters but the ends of lines. */
const UNPRINTABLE = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

const locate = async () => undefined;

describe.each(Object.entries(HOSTILE_TEXTS))('reports of %s', (_, text) => {
  const reports = [hostileReport(text), reportOf({})];

  test.each([
    ['console', () => formatConsole(reports, { width: 80, color: false })],
    ['step summary', () => formatStepSummary(reports)],
    ['JUnit', () => formatJunit(reports)],
    ['CTRF', () => formatCtrf(reports)],
    ['SARIF', () => formatSarif(reports, locate)],
    ['annotations', () => formatGithubAnnotations(reports, locate)],
    ['HTML', () => formatHtml(reports)],
  ])(
    '%s: has nothing that a terminal or a runner obeys, and is no longer than needed',
    async (name, format) => {
      const written = await format();
      expect(UNPRINTABLE.exec(written)).toBeNull();
      expect(written.isWellFormed()).toBe(true);
      expect(written).not.toContain('##[');
      if (name !== 'annotations') expect(written).not.toMatch(/^\s*::/m);
      expect(written.length).toBeLessThan(MAX_LENGTH);
    },
  );

  test('JSON: has all, and nothing that a terminal obeys', () => {
    // One long text is as good as fifty.
    const one = reportOf({ findings: [findingOf({ found: text })] });
    const told = text.length > 1000 ? [one] : reports;
    const written = formatJson(told);
    expect(UNPRINTABLE.test(written)).toBe(false);
    expect(written.includes('##[')).toBe(false);
    expect(JSON.parse(written).reports).toEqual(told);
  });

  test('annotations: each is one command of those that are meant', async () => {
    const lines = (await formatGithubAnnotations(reports, locate)).trimEnd().split('\n');
    expect(lines.length).toBe(9);
    for (const line of lines) {
      expect(line).toMatch(/^::(?:error title=[A-Z][a-z ]*|warning title=Too slow|notice)::/);
    }
  });

  test('JUnit: is valid XML 1.0 with the same cases', () => {
    const written = formatJunit(reports);
    expect(XMLValidator.validate(written)).toBe(true);
    // https://www.w3.org/TR/xml/#charsets
    expect(written).toMatch(/^[\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    expect(written.match(/<testcase /g)).toHaveLength(5);
    expect(written.match(/<(?:failure|error|skipped) /g)).toHaveLength(4);
  });

  test('CTRF: keeps the schema', () => {
    expect(validateCtrf(JSON.parse(formatCtrf(reports)))).toEqual({ valid: true, errors: [] });
  });

  test('step summary: has no element and no link that is not ours', async () => {
    const html = await marked(formatStepSummary(reports));
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name);
    const ours =
      'h2 h3 h4 p ul li br code pre details summary blockquote table thead tbody tr th td';
    expect(tags.filter((name) => !ours.split(' ').includes(name ?? ''))).toEqual([]);
  });
});
