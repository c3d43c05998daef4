import { describe, expect, test } from 'vitest';
import { mockOf } from '../../support/test-mock.ts';

describe('the examples of a media type override that of its schema', () => {
  const schema = { type: 'object', properties: { id: { type: 'integer' } }, example: { id: 9 } };
  const own = { first: { value: { id: 1 } }, default: { value: { id: 2 } } };
  const ask = mockOf({
    paths: {
      '/several': {
        get: { responses: { 200: { content: { 'application/json': { schema, examples: own } } } } },
      },
      '/one': {
        get: {
          responses: { 200: { content: { 'application/json': { schema, example: { id: 3 } } } } },
        },
      },
      '/none': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } },
    },
  });

  test.each([
    ['/several', undefined, { id: 1 }],
    ['/several', 'example=first', { id: 1 }],
    ['/several', 'example=default', { id: 2 }],
    ['/one', undefined, { id: 3 }],
    ['/none', undefined, { id: 9 }],
  ])('%s with the preference %s', async (path, prefer, expected) => {
    const response = await ask(path, { headers: { ...(prefer !== undefined && { prefer }) } });
    expect(await response.json()).toEqual(expected);
  });
});
