import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { TITLES } from '../../../src/verify/model/finding.ts';
import { formatSarif } from '../../../src/verify/report/format-sarif.ts';
import { locateInNotes, NOTES_FILE } from './notes-contract.ts';
import { BAD_REPORT, findingOf, GOOD_REPORT, reportOf } from './sample-reports.ts';

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
// It is of draft 04, whose only difference here is how a schema is named.
const { $schema, id, ...schema } = JSON.parse(
  readFileSync(new URL(import.meta.resolve(SCHEMA)), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);
const locate = await locateInNotes();

const REPORTS = {
  'findings of all sorts': [BAD_REPORT, GOOD_REPORT],
  'an early end': [reportOf({ stopped: 'nothing listens.', operations: [] })],
  'times that are none': [reportOf({ startedAt: 'yesterday' })],
  nothing: [],
};

async function runOf(reports: Parameters<typeof formatSarif>[0]) {
  return JSON.parse(await formatSarif(reports, locate)).runs[0];
}

describe('formatSarif', () => {
  test('is compared with the schema of the standard', () => {
    expect($schema).toContain('draft-04');
    expect(id).toContain('sarif-2.1.0-rtm.5.json');
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  test.each(Object.entries(REPORTS))(
    'keeps the schema of the standard with %s',
    async (_, reports) => {
      validate(JSON.parse(await formatSarif(reports, locate)));
      expect(validate.errors).toBeNull();
    },
  );

  test('has a rule for each kind of finding', async () => {
    const { rules } = (await runOf([])).tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(TITLES));
    expect(rules[2]).toMatchObject({
      name: 'AnswerBreaksItsSchema',
      shortDescription: { text: 'Answer breaks its schema.' },
    });
  });

  test('has a result for each finding, which points into the contract', async () => {
    const { results, tool } = await runOf([BAD_REPORT]);
    expect(results).toHaveLength(BAD_REPORT.findings.length);
    expect(results[0]).toMatchObject({
      ruleId: 'answer-breaks-schema',
      level: 'error',
      message: {
        text: 'Answer breaks its schema: GET /notes, answer body /count: expected integer, found string "2". Origin: the page of the provider says so: https://docs.example.com/notes#create',
      },
      occurrenceCount: 12,
    });
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('answer-breaks-schema');
    const places = results.map(({ locations }: { locations: [{ physicalLocation: unknown }] }) =>
      locations.map(({ physicalLocation }) => physicalLocation),
    );
    const artifactLocation = { uri: NOTES_FILE, uriBaseId: '%SRCROOT%' };
    expect(places[0]).toEqual([{ artifactLocation, region: { startLine: 5, startColumn: 5 } }]);
    expect(places[3]).toMatchObject([{ artifactLocation, region: { startLine: 16 } }]);
    // Of no operation, and of one that the contract does not have.
    expect(places[4]).toMatchObject([{ artifactLocation, region: { startLine: 1 } }]);
    expect(places[6]).toMatchObject([{ artifactLocation, region: { startLine: 1 } }]);
  });

  test('recognises a finding of another run by its cause', async () => {
    const findings = [
      findingOf({ cause: 'one', found: 'a' }),
      findingOf({ cause: 'one', found: 'b' }),
      findingOf({ cause: 'other', found: 'a' }),
    ];
    const { results } = await runOf([reportOf({ findings })]);
    const [one, same, other] = results.map(
      ({ partialFingerprints }: { partialFingerprints: unknown }) => partialFingerprints,
    );
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  test('tells notes, and that a run ended early', async () => {
    const report = reportOf({ stopped: 'nothing listens.', notes: ['One is left.'] });
    expect((await runOf([report])).invocations).toEqual([
      {
        executionSuccessful: false,
        startTimeUtc: '2026-11-30T08:00:00.000Z',
        endTimeUtc: '2026-11-30T08:00:01.840Z',
        toolExecutionNotifications: [
          { level: 'note', message: { text: 'notes: One is left.' } },
          { level: 'error', message: { text: 'notes: nothing listens.' } },
        ],
      },
    ]);
  });
});
