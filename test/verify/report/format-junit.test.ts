import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { formatJunit } from '../../../src/verify/report/format-junit.ts';
import { BAD_REPORT, findingOf, GOOD_REPORT, reportOf } from './sample-reports.ts';

const LISTS = ['testsuite', 'testcase', 'failure', 'property'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: true,
  isArray: (name) => LISTS.includes(name),
});

function parse(text: string) {
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text).testsuites;
}

describe('formatJunit', () => {
  const suites = parse(formatJunit([BAD_REPORT, GOOD_REPORT]));
  const [bad, good] = suites.testsuite;

  test('has a suite for each API, and counts what is in them', () => {
    expect(suites).toMatchObject({ tests: 8, failures: 4, errors: 0, skipped: 2, time: 2 });
    expect(bad).toMatchObject({ name: 'notes', tests: 7, failures: 4, skipped: 2, time: 1.84 });
    expect(good).toMatchObject({ name: 'clock', tests: 1, failures: 0, skipped: 0, time: 0.16 });
    expect(bad.timestamp).toBe('2026-11-30T08:00:00.000Z');
    expect(bad.properties.property).toContainEqual({ name: 'seed', value: 7 });
  });

  test('has a case for each operation, and one for what is about none', () => {
    expect(bad.testcase).toHaveLength(7);
    expect(bad.testcase.map(({ name }: { name: string }) => name)).toEqual([
      'GET /notes listNotes',
      'POST /notes createNote',
      'GET /notes/{note_id} getNote',
      'DELETE /notes/{note_id} deleteNote',
      'PATCH /notes/{note_id} updateNote',
      'POST /session signIn',
      'the API as a whole',
    ]);
  });

  test('says how long the requests of an operation took, and 0 of what is about none', () => {
    expect(bad.testcase[0].time).toBe(0.612);
    expect(bad.testcase.at(-1)).toMatchObject({ name: 'the API as a whole', time: 0 });
  });

  test('puts all errors of an operation into one failure', () => {
    const { failure } = bad.testcase[2];
    expect(failure).toHaveLength(1);
    expect(failure[0]).toMatchObject({
      message:
        'Answer breaks its schema: expected a text of the format email, found string "nobody" (and 1 more)',
      type: 'answer-breaks-schema open-without-credentials',
    });
    expect(failure[0]['#text']).toContain("curl 'http://127.0.0.1:8080/v1/notes/17'");
  });

  test('passes an operation with warnings alone, and shows them', () => {
    expect(bad.testcase[1].failure).toBeUndefined();
    expect(bad.testcase[1]['system-out']).toContain('Accepted what is forbidden at request body');
  });

  test('skips what is absent and what was not asked', () => {
    expect(bad.testcase[4].skipped.message).toBe('The server does not have the operation.');
    expect(bad.testcase[5].skipped.message).toMatch(/^Not asked: it needs a password/);
  });

  test('fails an absent operation of which there is an error', () => {
    const [operation] = BAD_REPORT.operations.filter(({ state }) => state === 'absent');
    const findings = operation ? [findingOf({ kind: 'no-such-operation', operation })] : [];
    const { failures, skipped } = parse(formatJunit([{ ...BAD_REPORT, findings }]));
    expect({ failures, skipped }).toEqual({ failures: 1, skipped: 1 });
  });

  test('counts an early end as an error, since nothing is proved', () => {
    const suite = parse(formatJunit([reportOf({ stopped: 'nothing listens.', operations: [] })]));
    expect(suite).toMatchObject({ tests: 1, failures: 0, errors: 1 });
    expect(suite.testsuite[0].testcase[0].error.message).toBe('Ended early: nothing listens.');
  });
});
