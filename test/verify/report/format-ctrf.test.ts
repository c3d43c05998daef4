import { schema, validate } from 'ctrf';
import { describe, expect, test } from 'vitest';
import { formatCtrf } from '../../../src/verify/report/format-ctrf.ts';
import { BAD_REPORT, GOOD_REPORT, LIST, operationOf, reportOf } from './sample-reports.ts';

const REPORTS = {
  'findings of all sorts': [BAD_REPORT, GOOD_REPORT],
  'an early end': [reportOf({ stopped: 'nothing listens.', operations: [] })],
  'times that are none': [
    reportOf({
      startedAt: 'yesterday',
      milliseconds: 1.5,
      operations: [operationOf(LIST, { milliseconds: 1.5 })],
    }),
  ],
  'a nameless API': [reportOf({ api: '' })],
  nothing: [],
};

describe('formatCtrf', () => {
  test.each(Object.entries(REPORTS))('keeps the schema of the format with %s', (_, reports) => {
    expect(schema).toMatchObject({ title: 'CTRF JSON Schema' });
    expect(validate(JSON.parse(formatCtrf(reports)))).toEqual({ valid: true, errors: [] });
  });

  test('counts the tests', () => {
    const { results } = JSON.parse(formatCtrf([BAD_REPORT, GOOD_REPORT]));
    expect(results.tests).toHaveLength(8);
    expect(results.summary).toEqual({
      tests: 8,
      passed: 2,
      failed: 4,
      skipped: 2,
      pending: 0,
      other: 0,
      suites: 2,
      start: Date.parse('2026-11-30T08:00:00.000Z'),
      stop: Date.parse('2026-11-30T08:00:01.840Z'),
      duration: 1840,
    });
  });

  test('says of a test what was expected and found, and how to see it', () => {
    const [first] = JSON.parse(formatCtrf([BAD_REPORT])).results.tests;
    expect(first).toMatchObject({
      name: 'GET /notes listNotes',
      status: 'failed',
      suite: ['notes'],
      message: 'Answer breaks its schema: expected integer, found string "2"',
      tags: ['answer-breaks-schema'],
      duration: 612,
    });
    expect(first.trace).toContain("\n  curl -H 'authorization: Bearer ***'");
  });

  test('calls an early end neither passed nor failed', () => {
    const report = reportOf({ stopped: 'nothing listens.', operations: [] });
    expect(JSON.parse(formatCtrf([report])).results.tests[0]).toMatchObject({
      name: 'the run',
      status: 'other',
      duration: 0,
    });
  });
});
