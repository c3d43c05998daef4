import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/client-error-example';

function specWith(responses: string): string {
  return `paths: { /shares: { get: { responses: ${responses} }, post: { responses: ${responses} } } }`;
}

describe(RULE, () => {
  test.each(['404', '4XX'])('refuses a %s response without content', async (status) => {
    const spec = `paths: { /shares: { get: { responses: { "${status}": { description: Not found. } } } } }`;
    expect(await lintSpec(RULE, spec)).toEqual([
      {
        message: `Response ${status}: expected content, found none. Add a media type with schema and examples.`,
        at: `openapi.yaml#/paths/~1shares/get/responses/${status}`,
      },
    ]);
  });

  test.each([
    ['{ example: a }', 'no schema'],
    ['{ schema: { type: string } }', 'no example'],
    ['{}', 'no schema and no example'],
  ])('refuses the media type %s, once for all operations that share it', async (media, found) => {
    const files = { 'NotFound.yaml': `content: { text/plain: ${media} }` };
    expect(await lintSpec(RULE, specWith('{ "404": { $ref: NotFound.yaml } }'), files)).toEqual([
      {
        message: `Response 404, text/plain: expected schema and example, found ${found}. Add what is missing.`,
        at: 'NotFound.yaml#/content/text~1plain',
      },
    ]);
  });

  test.each([
    '{ "404": { content: { text/plain: { schema: true, example: a } } } }',
    '{ "404": { content: { text/plain: { schema: {}, examples: { a: { value: a } } } } } }',
    '{ "200": { content: { text/plain: {} } }, "500": {}, default: {} }',
  ])('accepts responses %s', async (responses) => {
    expect(await lintSpec(RULE, specWith(responses))).toEqual([]);
  });
});
