import { describe, test } from 'vitest';
import type { Change } from '../../src/diff/change.ts';
import { addVerdicts } from '../../src/diff/engine/add-verdicts.ts';
import { runRedoclyDiff } from '../../src/diff/engine/run-redocly-diff.ts';

const document = (required: string[]) => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things': {
      get: {
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/json': {
                schema: { type: 'object', required, properties: { id: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
});
const SCHEMA = '/paths/~1things/get/responses/200/content/application~1json/schema';

function changeAt(pointer: string): Change {
  return {
    rule: 'member-became-optional',
    place: '',
    what: '',
    consumer: 'breaking',
    provider: 'safe',
    before: { pointer, value: undefined },
    after: undefined,
    flows: [],
    operations: [],
    types: [],
  };
}

describe('Redocly diff', () => {
  test('adds what no rule of ours finds, as a risk', async ({ expect }) => {
    const verdicts = await runRedoclyDiff(document(['id']), document([]));
    expect(verdicts.map(({ ruleId }) => ruleId)).toEqual(['required-properties-removed']);
    expect(addVerdicts([], verdicts)).toMatchObject([
      { rule: 'redocly/required-properties-removed', consumer: 'risky', provider: 'risky' },
    ]);
    const elsewhere = changeAt('/paths/~1other/get/responses/200');
    expect(addVerdicts([elsewhere], verdicts)).toHaveLength(2);
    const same = changeAt(`${SCHEMA}/required/0`);
    expect(addVerdicts([same], verdicts)).toEqual([same]);
  });
});
