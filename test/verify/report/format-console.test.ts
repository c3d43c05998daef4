import { describe, expect, test } from 'vitest';
import { formatConsole } from '../../../src/verify/report/format-console.ts';
import { BAD_REPORT, findingOf, GOOD_REPORT, operationOf, reportOf } from './sample-reports.ts';

const PLAIN = { width: 100, color: false };
const ABSENT = { id: 'archiveNote', method: 'post', path: '/notes/{note_id}/archive' };

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

describe('formatConsole', () => {
  test('shows findings, what was not asked, coverage and a sum', async () => {
    await expect(formatConsole([BAD_REPORT, GOOD_REPORT], PLAIN)).toMatchFileSnapshot(
      'expected/console.txt',
    );
  });

  test('wraps what is said, and leaves commands whole', async () => {
    await expect(formatConsole([BAD_REPORT], { ...PLAIN, width: 60 })).toMatchFileSnapshot(
      'expected/console-narrow.txt',
    );
  });

  test('says the same with colours', () => {
    const coloured = formatConsole([BAD_REPORT, GOOD_REPORT], { ...PLAIN, color: true });
    expect(coloured).toContain('\x1b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is removed.
    expect(coloured.replaceAll(/\x1b\[\d+m/g, '')).toBe(
      formatConsole([BAD_REPORT, GOOD_REPORT], PLAIN),
    );
  });

  test('shows errors before warnings, whatever the order of the report', () => {
    const findings = [
      findingOf({ kind: 'too-slow', severity: 'warning' }),
      findingOf({ kind: 'server-error' }),
      findingOf({ kind: 'too-slow' }),
    ];
    const heads = linesOf(formatConsole([reportOf({ findings })], PLAIN)).filter((line) =>
      /^(error|warning): /.test(line),
    );
    expect(heads).toEqual(['error: Server error', 'error: Too slow', 'warning: Too slow']);
  });

  test('separates the findings of one operation', () => {
    const findings = [findingOf({ where: 'query a' }), findingOf({ where: 'query b' })];
    const lines = linesOf(formatConsole([reportOf({ findings })], PLAIN));
    expect(lines.indexOf('    where      query b') - lines.indexOf('    where      query a')).toBe(
      5,
    );
    expect(lines.filter((line) => line.startsWith('  GET /notes '))).toHaveLength(1);
  });

  test('cuts many findings of one kind', () => {
    const findings = Array.from({ length: 25 }, (_, at) => findingOf({ where: `query p${at}` }));
    const text = formatConsole([reportOf({ findings })], PLAIN);
    expect(text).toContain('error: Undocumented status (25)');
    expect(text).toContain('and 15 more; --json lists all.');
    expect(text).toContain('query p9');
    expect(text).not.toContain('query p10');
    expect(linesOf(text).at(-1)).toBe('25 findings (25 errors) in 214 requests, 1.8 s.');
  });

  test('names absent operations in one line, after the findings', () => {
    const absent = Array.from({ length: 60 }, (_, at) => ({ ...ABSENT, id: `absent${at}` }));
    const findings = [
      ...absent.map((operation) => findingOf({ kind: 'no-such-operation', operation })),
      findingOf({ kind: 'server-error' }),
    ];
    const operations = absent.map((operation) => operationOf(operation, { state: 'absent' }));
    const lines = linesOf(formatConsole([reportOf({ findings, operations })], PLAIN));
    const about = lines.filter((line) => line.includes('absent'));
    expect(about).toHaveLength(1);
    expect(about[0]).toMatch(
      /^The server does not have 60 operations \(60 findings\): absent0, .*, absent39 and 20 more\.$/,
    );
    expect(lines.indexOf('error: Server error')).toBeLessThan(lines.indexOf(about[0] ?? ''));
  });

  test('tells what else was found of an absent operation', () => {
    const findings = [findingOf({ kind: 'server-error', operation: ABSENT })];
    const operations = [operationOf(ABSENT, { state: 'absent' })];
    const text = formatConsole([reportOf({ findings, operations })], PLAIN);
    expect(text).toContain('error: Server error');
    expect(text).toContain('The server does not have 1 operation: archiveNote.');
  });

  test('tells that an operation is not there where the report does not count it as absent', () => {
    const findings = [findingOf({ kind: 'no-such-operation', operation: ABSENT })];
    const text = formatConsole([reportOf({ findings })], PLAIN);
    expect(text).toContain('error: Operation is not there');
  });

  test.each([
    ['nothing was found', {}, 'No findings in 214 requests, 1.8 s.'],
    [
      'there is one of each',
      {
        findings: [findingOf({}), findingOf({ kind: 'too-slow', severity: 'warning' as const })],
        requests: 1,
      },
      '2 findings (1 error, 1 warning) in 1 request, 1.8 s.',
    ],
  ])('sums up where %s', (_, values, line) => {
    expect(linesOf(formatConsole([reportOf(values)], PLAIN)).at(-1)).toBe(line);
  });

  test('says why a run ended early', () => {
    const stopped = 'nothing listens at http://127.0.0.1:9.';
    const text = formatConsole([reportOf({ stopped, operations: [] })], PLAIN);
    expect(text).toContain(`Ended early: ${stopped}\n`);
  });

  test('shows a hundred rows of coverage at most', () => {
    const operations = Array.from({ length: 130 }, (_, at) =>
      operationOf({ id: `op${at}`, method: 'get', path: `/${at}` }),
    );
    const text = formatConsole([reportOf({ operations })], PLAIN);
    expect(text).toContain('\nop99 ');
    expect(text).not.toContain('\nop100 ');
    expect(text).toContain('and 30 more; --json lists all.\nMet 130 of 130 operations');
  });
});
