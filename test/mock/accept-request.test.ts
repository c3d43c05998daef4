import { describe, expect, test } from 'vitest';
import { createContractChecks } from '../../src/contract/contract-checks.ts';
import { findMissingCredentials, readAccepted } from '../../src/mock/accept-request.ts';
import { contractWith } from '../support/test-contract.ts';
import { wireRequest } from '../support/wire-request.ts';

const { contract, operation } = contractWith(
  {
    security: [{ bearer: [] }],
    parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
    requestBody: { content: { 'application/json': { schema: { required: ['a'] } } } },
  },
  { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  'post',
);
const checks = createContractChecks(contract);

async function refuse(headers: Record<string, string>, query: string, body: string) {
  const request = wireRequest('POST', headers, body);
  const source = { path: {}, query: new URLSearchParams(query), headers: request.headers };
  const found =
    findMissingCredentials(operation, source) ??
    (await readAccepted(request, operation, source, checks, 1000));
  if (!('kind' in found)) return found.body;
  return [found.kind, found.violations.map((violation) => violation.pointer)];
}

const json = { 'content-type': 'application/json' };
const signedIn = { ...json, authorization: 'Bearer x' };

describe('readAccepted', () => {
  test('gives the body of a good request', async () => {
    expect(await refuse(signedIn, 'page=1', '{"a":1}')).toEqual({ a: 1 });
  });

  test.each([
    [
      'missing credentials before all else',
      json,
      'page=x',
      '{',
      ['unauthenticated', ['/authorization']],
    ],
    [
      'a wrong media type before broken parameters',
      { ...signedIn, 'content-type': 'text/xml' },
      'page=x',
      '{',
      ['unsupported-media-type', ['/content-type']],
    ],
    [
      'a malformed body before broken parameters',
      signedIn,
      'page=x',
      '{',
      ['malformed-body', ['']],
    ],
    ['a single broken parameter', signedIn, 'page=x', '{"a":1}', ['invalid-request', ['/page']]],
    [
      'broken parameters and a broken body together',
      signedIn,
      'page=x',
      '{}',
      ['invalid-request', ['/page', '/a']],
    ],
  ])('refuses %s', async (_fact, headers, query, body, expected) => {
    expect(await refuse(headers, query, body)).toEqual(expected);
  });
});
