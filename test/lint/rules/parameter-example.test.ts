import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/parameter-example';

function specWith(parameter: string): string {
  return `
paths:
  /shares:
    get:
      parameters:
        - ${parameter}
`;
}

describe(RULE, () => {
  test.each(['query', 'header', 'path', 'cookie'])(
    'refuses a %s parameter without example',
    async (place) => {
      const spec = specWith(`{ name: page, in: ${place}, schema: { type: integer } }`);
      expect(await lintSpec(RULE, spec)).toEqual([
        {
          message: `Parameter "page" (${place}): expected an example, found none. Add "example" or "examples" to it.`,
          at: 'openapi.yaml#/paths/~1shares/get/parameters/0',
        },
      ]);
    },
  );

  test('points into the file of the parameter', async () => {
    const files = { 'page.yaml': 'name: page\nin: query\nexamples: {}' };
    const findings = await lintSpec(RULE, specWith('$ref: page.yaml'), files);
    expect(findings.map(({ at }) => at)).toEqual(['page.yaml#/']);
  });

  test.each([
    ['example', '{ name: page, in: query, example: 0 }'],
    ['examples', '{ name: page, in: query, examples: { first: { value: 1 } } }'],
    ['an example in its schema', '{ name: page, in: query, schema: { examples: [1] } }'],
    ['an example behind its schema', '{ name: page, in: query, schema: { $ref: Page.yaml } }'],
    [
      'an example beside a $ref',
      '{ name: page, in: query, schema: { $ref: Bare.yaml, example: 1 } }',
    ],
    [
      'an example in its content',
      '{ name: page, in: query, content: { text/plain: { example: 1 } } }',
    ],
  ])('accepts %s', async (_what, parameter) => {
    const files = { 'Page.yaml': 'type: integer\nexample: 1', 'Bare.yaml': 'type: integer' };
    expect(await lintSpec(RULE, specWith(parameter), files)).toEqual([]);
  });
});
