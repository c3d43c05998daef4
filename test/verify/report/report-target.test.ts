import { describe, expect, test } from 'vitest';
import { ReportError } from '../../../src/verify/report/report-error.ts';
import { readReportTargets } from '../../../src/verify/report/report-target.ts';

describe('readReportTargets', () => {
  test('reads formats with their files', () => {
    expect(readReportTargets(['junit=dist/verify.xml', 'html=a=b.html', 'github'])).toEqual([
      { format: 'junit', file: 'dist/verify.xml' },
      { format: 'html', file: 'a=b.html' },
      { format: 'github' },
    ]);
  });

  test.each([
    [
      ['junti=a.xml'],
      '--report junti=a.xml: Unknown format "junti". Known: html, json, junit, sarif, ctrf, markdown, github. Did you mean "junit"?',
    ],
    [['sarif'], '--report sarif: expected a file, such as "sarif=dist/verify.sarif", found none.'],
    [['html='], '--report html=: expected a file, such as "html=dist/verify.html", found none.'],
    [
      ['github=a.md'],
      '--report github=a.md: expected no file, since GitHub\'s is in GITHUB_STEP_SUMMARY. Write "github", or "markdown=a.md".',
    ],
    [
      ['json=a.json', 'ctrf=a.json'],
      '--report: expected a file for each format, found "a.json" twice.',
    ],
  ])('refuses %j', (texts, message) => {
    expect(() => readReportTargets(texts)).toThrow(new ReportError(message));
  });
});
