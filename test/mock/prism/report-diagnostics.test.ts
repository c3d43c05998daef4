import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/mock/prism/diagnostic.ts';
import { reportDiagnostics } from '../../../src/mock/prism/report-diagnostics.ts';

const broken: Diagnostic = {
  location: ['body', 'a'],
  severity: 'Error',
  code: 'type',
  message: 'Wrong.',
};
const reply = { status: 200, headers: { allow: 'GET' } };

function headerOf(diagnostics: readonly Diagnostic[]): string {
  return String(reportDiagnostics(reply, diagnostics, 'request').headers?.['sl-violations']);
}

describe('reportDiagnostics', () => {
  test('adds the diagnostics as JSON, placed in their message', () => {
    const { location: _, ...nowhere } = broken;
    expect(JSON.parse(headerOf([broken, { ...nowhere, challenges: ['Bearer'] }]))).toEqual([
      { ...broken, location: ['request', 'body', 'a'] },
      { ...broken, location: ['request'] },
    ]);
  });

  test('keeps those of the answer, after those of the request', () => {
    const answered = reportDiagnostics(reply, [broken], 'response');
    const { headers = {} } = reportDiagnostics(answered, [broken], 'request');
    expect(headers.allow).toBe('GET');
    const locations = JSON.parse(String(headers['sl-violations'])).map(
      ({ location }: Diagnostic) => location?.[0],
    );
    expect(locations).toEqual(['request', 'response']);
  });

  test('adds nothing where there is nothing to report', () => {
    expect(reportDiagnostics(reply, [], 'request')).toBe(reply);
  });

  test('stays short ASCII JSON, whatever is reported', () => {
    const message = `${'é'.repeat(4000)}\n`;
    const header = headerOf(Array.from({ length: 3 }, () => ({ ...broken, message })));
    expect(header).toMatch(/^[\x20-\x7e]{1,8000}$/);
    expect(JSON.parse(header)).toMatchObject([{ code: 'type', message: 'too long to show' }]);
  });

  test.each(['string', '{"a":1}', ''])('replaces what is no list: %j', (given) => {
    const answered = { ...reply, headers: { 'sl-violations': given } };
    const { headers = {} } = reportDiagnostics(answered, [broken], 'request');
    expect(JSON.parse(String(headers['sl-violations']))).toHaveLength(1);
  });
});
