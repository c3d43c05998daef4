import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/documented-example-first';

function specWith(...names: string[]): string {
  const examples = names.map((name) => `${name}: { value: 1 }`).join(', ');
  return `
paths:
  /shares:
    get:
      parameters: [{ name: page, in: query, examples: { ${examples} } }]
      responses:
        "200":
          content: { application/json: { examples: { ${examples} } } }
          headers: { Count: { examples: { ${examples} } } }
`;
}

const OWNERS = [
  'parameters/0',
  'responses/200/headers/Count',
  'responses/200/content/application~1json',
];

function everywhere(example: string): string[] {
  return OWNERS.map((owner) => `openapi.yaml#/paths/~1shares/get/${owner}/examples/${example}`);
}

describe(RULE, () => {
  test.each([
    [
      'refuses documented after another',
      ['empty', 'documented'],
      'documented',
      'Example "documented": expected to stand first, found "empty" before it. Move "documented" to the top.',
    ],
    [
      'refuses a further documented one without the first',
      ['documented-empty'],
      'documented-empty',
      'Example "documented-empty": expected an example "documented" before it, found none. Name the main payload of the provider "documented".',
    ],
  ])('%s, in parameters, headers and media types', async (_fact, names, wrong, message) => {
    const findings = await lintSpec(RULE, specWith(...names));
    expect(findings.map(({ at }) => at).sort()).toEqual(everywhere(wrong).sort());
    expect(new Set(findings.map((finding) => finding.message))).toEqual(new Set([message]));
  });

  test.each([
    [['documented']],
    [['documented', 'empty', 'documented-other']],
    [['empty', 'undocumented']],
  ])('accepts %j', async (names) => {
    expect(await lintSpec(RULE, specWith(...names))).toEqual([]);
  });
});
