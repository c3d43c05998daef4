import { describe, expect, test } from 'vitest';
import { describeRule } from '../../../src/contract/model/describe-violation.ts';
import {
  checkCredentials,
  findMissingSchemes,
} from '../../../src/contract/validate/check-credentials.ts';
import { contractWith } from '../../support/test-contract.ts';

const securitySchemes = {
  basic: { type: 'http', scheme: 'Basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  digest: { type: 'http', scheme: 'digest' },
  oauth: { type: 'oauth2', flows: {} },
  openid: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
  certificate: { type: 'mutualTLS' },
  header: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  query: { type: 'apiKey', in: 'query', name: 'apikey' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
};

const DIGEST = 'username="u", realm="r", nonce="n", uri="/", response="h"';

interface Sent {
  readonly query?: string;
  readonly headers?: Record<string, string>;
}

/** Places where credentials are missing. */
function check(security: readonly object[], { query, headers }: Sent = {}): string[] {
  const { operation } = contractWith({ security }, { securitySchemes });
  const source = { path: {}, query: new URLSearchParams(query), headers: new Headers(headers) };
  return checkCredentials(operation, source).map(
    ({ in: part, pointer, rule }) => `${part}${pointer} ${rule.keyword}: ${describeRule(rule)}`,
  );
}

const authorization = (value: string): Sent => ({ headers: { authorization: value } });

describe('checkCredentials', () => {
  test.each<[scheme: string, sent: Sent]>([
    ['basic', authorization('Basic dTpw')],
    ['bearer', authorization('Bearer token')],
    ['bearer', authorization('bearer   token')],
    ['digest', authorization(`Digest ${DIGEST}`)],
    ['oauth', authorization('Bearer token')],
    ['openid', authorization('Bearer token')],
    ['certificate', {}],
    ['header', { headers: { 'x-api-key': 'key' } }],
    ['query', { query: 'apikey=key' }],
    ['cookie', { headers: { cookie: 'a=b; session=key' } }],
  ])('finds %s credentials in %j', (scheme, sent) => {
    expect(check([{ [scheme]: [] }], sent)).toEqual([]);
  });

  test.each<[scheme: string, sent: Sent, missing: string]>([
    ['basic', authorization('Bearer token'), 'header/authorization security: basic credentials'],
    ['basic', authorization('Basic dQ=='), 'header/authorization security: basic credentials'],
    [
      'digest',
      authorization('Digest username="u"'),
      'header/authorization security: digest credentials',
    ],
    ['bearer', {}, 'header/authorization security: bearer credentials'],
    ['bearer', authorization('Bearer'), 'header/authorization security: bearer credentials'],
    ['bearer', authorization('Bearer '), 'header/authorization security: bearer credentials'],
    ['bearer', authorization('token'), 'header/authorization security: bearer credentials'],
    ['oauth', authorization('Basic dTpw'), 'header/authorization security: bearer credentials'],
    ['openid', {}, 'header/authorization security: bearer credentials'],
    ['header', { query: 'X-Api-Key=key' }, 'header/X-Api-Key security: an API key'],
    ['header', { headers: { 'x-api-key': '' } }, 'header/X-Api-Key security: an API key'],
    ['query', { query: 'apikey=' }, 'query/apikey security: an API key'],
    ['query', { headers: { apikey: 'key' } }, 'query/apikey security: an API key'],
    ['cookie', { headers: { cookie: 'session=' } }, 'cookie/session security: an API key'],
    ['cookie', {}, 'cookie/session security: an API key'],
  ])('misses %s credentials in %j', (scheme, sent, missing) => {
    expect(check([{ [scheme]: [] }], sent)).toEqual([missing]);
  });

  test('needs all schemes of one alternative and names those that are missing', () => {
    const both = [{ query: [], cookie: [] }];
    expect(check(both, { query: 'apikey=key' })).toEqual(['cookie/session security: an API key']);
    expect(check(both)).toHaveLength(2);
    expect(check(both, { query: 'apikey=key', headers: { cookie: 'session=key' } })).toEqual([]);
  });

  test('is content with any one alternative', () => {
    const either = [{ bearer: [] }, { query: [] }];
    expect(check(either, { query: 'apikey=key' })).toEqual([]);
    expect(check(either, authorization('Bearer token'))).toEqual([]);
  });

  test('names the first alternative where none is there', () => {
    expect(check([{ bearer: [] }, { query: [] }])).toEqual([
      'header/authorization security: bearer credentials',
    ]);
  });

  test.each([[[]], [[{}]], [[{ bearer: [] }, {}]]])(
    'lets anyone in with security %j',
    (security) => {
      expect(check(security)).toEqual([]);
    },
  );

  test('never shows what was sent', () => {
    expect(JSON.stringify(check([{ bearer: [] }], authorization('Basic secret')))).not.toContain(
      'secret',
    );
  });
});

describe('findMissingSchemes', () => {
  test('gives those of all alternatives that were not sent', () => {
    const { operation } = contractWith(
      { security: [{ basic: [], query: [] }, { bearer: [] }] },
      { securitySchemes },
    );
    const source = { path: {}, query: new URLSearchParams('apikey=key'), headers: new Headers() };
    const names = findMissingSchemes(operation, source).map(({ name }) => name);
    expect(names).toEqual(['basic', 'bearer']);
  });
});
