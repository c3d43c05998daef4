import { describe, expect, test } from 'vitest';
import { completeMediaType } from '../../../src/mock/answer/complete-media-type.ts';
import type { Reply } from '../../../src/mock/authoring/reply.ts';
import { contractWith } from '../../support/test-contract.ts';

const problem = { 'application/problem+json': { schema: {} }, 'text/plain': { schema: {} } };
const { operation } = contractWith({ responses: { 204: {}, 422: { content: problem } } });

describe('completeMediaType', () => {
  test.each<[reply: Reply, mediaType: string | undefined]>([
    [{ status: 422, body: {} }, 'application/problem+json'],
    [{ status: 422, mediaType: 'text/plain', body: 'no' }, 'text/plain'],
    [{ status: 418, body: {} }, 'application/json'],
    [{ status: 418, body: [] }, 'application/json'],
    [{ status: 418, body: null }, 'application/json'],
    [{ status: 418, body: 'no' }, 'text/plain; charset=utf-8'],
    [{ status: 418, body: new Uint8Array(1) }, 'application/octet-stream'],
    [{ status: 418 }, undefined],
    // The contract declares that there is no body.
    [{ status: 204, body: {} }, undefined],
  ])('gives %j the media type %s', (reply, mediaType) => {
    expect(completeMediaType(reply, operation)).toEqual({ ...reply, mediaType });
  });

  test('gives a refusal of no operation the usual one of its body', () => {
    expect(completeMediaType({ status: 404, body: {} }, undefined).mediaType).toBe(
      'application/json',
    );
  });
});
