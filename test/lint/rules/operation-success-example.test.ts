import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/operation-success-example';

function specWith(responses: string): string {
  return `
paths:
  /shares:
    get:
      operationId: listShares
      responses: ${responses}
`;
}

describe(RULE, () => {
  test.each([
    ['{ "404": {}, default: {} }', '404, default'],
    ['{}', 'none'],
  ])('refuses an operation with responses %s', async (responses, found) => {
    expect(await lintSpec(RULE, specWith(responses))).toEqual([
      {
        message: `Operation "listShares": expected a 2xx response, found ${found}. Add the response of a successful call.`,
        at: 'openapi.yaml#/paths/~1shares/get/responses',
      },
    ]);
  });

  test('refuses each media type of a 2xx response without example', async () => {
    const spec = specWith(
      '{ "201": { content: { application/json: {}, text/xml: { examples: {} }, text/csv: { example: a } } } }',
    );
    const at = 'openapi.yaml#/paths/~1shares/get/responses/201/content';
    expect(await lintSpec(RULE, spec)).toEqual([
      {
        message:
          'Operation "listShares", response 201: expected an example of application/json, found none. Add "examples" beside its schema.',
        at: `${at}/application~1json`,
      },
      {
        message: expect.stringContaining('an example of text/xml, found none'),
        at: `${at}/text~1xml`,
      },
    ]);
  });

  test('points into the file of a shared response', async () => {
    const files = { 'Page.yaml': 'content: { text/plain: {} }' };
    const findings = await lintSpec(RULE, specWith('{ 2XX: { $ref: Page.yaml } }'), files);
    expect(findings.map(({ at }) => at)).toEqual(['Page.yaml#/content/text~1plain']);
  });

  test('checks webhooks', async () => {
    const spec = 'webhooks: { expired: { post: { operationId: shareExpired, responses: {} } } }';
    const findings = await lintSpec(RULE, spec);
    expect(findings.map(({ at }) => at)).toEqual(['openapi.yaml#/webhooks/expired/post/responses']);
  });

  test.each([
    '{ "200": { content: { text/plain: { example: "" } } } }',
    '{ "200": { content: { text/plain: { examples: { documented: { value: a } } } } } }',
    '{ "204": { description: No body. } }',
    '{ "2XX": {}, "404": { content: { text/plain: {} } } }',
  ])('accepts responses %s', async (responses) => {
    expect(await lintSpec(RULE, specWith(responses))).toEqual([]);
  });
});
