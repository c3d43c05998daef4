import { describe, expect, test } from 'vitest';
import { formatStepSummary } from '../../../src/verify/report/format-step-summary.ts';
import { BAD_REPORT, findingOf, GOOD_REPORT, operationOf, reportOf } from './sample-reports.ts';

describe('formatStepSummary', () => {
  test('shows findings, what was not asked and coverage', async () => {
    await expect(formatStepSummary([BAD_REPORT, GOOD_REPORT])).toMatchFileSnapshot(
      'expected/step-summary.md',
    );
  });

  test('shows what is said as it is, whatever it means in Markdown', () => {
    const found = '`` ` | <b> **x** [a](b) @user';
    const text = formatStepSummary([reportOf({ findings: [findingOf({ found })] })]);
    expect(text).toContain(`found \`\`\` ${found} \`\`\`<br>`.replace('<br>', ''));
  });

  test('keeps a table whole where a name has its separator', () => {
    const operations = [operationOf({ id: 'a|b', method: 'get', path: '/' })];
    expect(formatStepSummary([reportOf({ operations })])).toContain('| `a\\|b` | 10 |');
  });

  test('stays below what GitHub accepts', () => {
    const long = 'x'.repeat(100_000);
    const findings = Array.from({ length: 5000 }, (_, at) =>
      findingOf({
        kind: at % 2 === 0 ? 'too-slow' : 'server-error',
        expected: long,
        found: `${at} ${long}`,
        reproduce: [long, long],
      }),
    );
    const operations = Array.from({ length: 2000 }, (_, at) =>
      operationOf({ id: `op${at}${long}`, method: 'get', path: `/${at}` }),
    );
    const text = formatStepSummary([reportOf({ findings, operations })]);
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    expect(text).toContain('and 2490 more');
  });
});
