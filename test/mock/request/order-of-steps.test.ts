import { describe, expect, test } from 'vitest';
import type { FormatError } from '../../../src/mock/authoring/index.ts';
import { mockOf } from '../../support/test-mock.ts';

const document = {
  paths: {
    '/things': {
      post: {
        security: [{ bearer: [] }],
        parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
        requestBody: { content: { 'application/json': { schema: { required: ['a'] } } } },
        responses: { 200: { content: { 'application/json': { example: 'accepted' } } } },
      },
    },
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
};

/** Error format that tells the kind of a refusal, and where its violations are. */
const formatError: FormatError = (refusal) => {
  const violations = 'violations' in refusal ? refusal.violations : [];
  const body = [refusal.kind, ...violations.map(({ pointer }) => pointer)];
  return { status: 400, mediaType: 'application/json', body };
};
const ask = mockOf(document, { formatError });

const json = { 'content-type': 'application/json' };
const signedIn = { ...json, authorization: 'Bearer x' };

describe('answerRequest', () => {
  test.each<
    [fact: string, headers: Record<string, string>, query: string, body: string, answer: unknown]
  >([
    ['a good request', signedIn, 'page=1', '{"a":1}', 'accepted'],
    [
      'missing credentials before all else',
      json,
      'page=x',
      '{',
      ['unauthenticated', '/authorization'],
    ],
    [
      'a wrong media type before broken parameters',
      { ...signedIn, 'content-type': 'text/xml' },
      'page=x',
      '{',
      ['unsupported-media-type', '/content-type'],
    ],
    ['a malformed body before broken parameters', signedIn, 'page=x', '{', ['malformed-body']],
    ['a single broken parameter', signedIn, 'page=x', '{"a":1}', ['invalid-request', '/page']],
    [
      'broken parameters and a broken body together',
      signedIn,
      'page=x',
      '{}',
      ['invalid-request', '/page', '/a'],
    ],
    [
      'an Accept header that nothing fits last',
      { ...signedIn, accept: 'text/csv' },
      '',
      '{"a":1}',
      ['not-acceptable', '/accept'],
    ],
  ])('answers %s', async (_fact, headers, query, body, answer) => {
    const response = await ask(`/things?${query}`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual(answer);
  });
});
