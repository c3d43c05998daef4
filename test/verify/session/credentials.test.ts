import { describe, expect, test } from 'vitest';
import {
  hasCredentials,
  listHeaders,
  replaceSecrets,
  withCredentials,
} from '../../../src/verify/session/credentials.ts';
import { contractWith } from '../../support/test-contract.ts';

type Given = Parameters<typeof withCredentials>[2];

const SCHEMES = {
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'basic' },
  oauth: { type: 'oauth2', flows: {} },
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  query: { type: 'apiKey', in: 'query', name: 'api key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
};
const WRONG = 'wrong-0f6b1d2c9a';

/** Sends a request of an operation with the security that is given. */
function send(security: object[], given: Partial<Given>, mode: 'own' | 'none' | 'wrong') {
  const responses = { 200: { description: 'Fine.' } };
  const { operation } = contractWith({ security, responses }, { securitySchemes: SCHEMES });
  const all = { headers: {}, credentials: {}, ...given };
  const request = { method: 'GET', target: '/things/1', headers: {} };
  const { target, headers } = withCredentials(request, operation, all, mode);
  return { target, headers, isKnown: hasCredentials(operation, all) };
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('withCredentials', () => {
  test.for<[string, string, string, object]>([
    ['bearer', 's3', 'bearer', { authorization: 'Bearer s3' }],
    ['oauth', 's3', 'oauth', { authorization: 'Bearer s3' }],
    ['basic', 'me:s3', 'basic', { authorization: basic('me:s3') }],
    ['basic of a name alone', 'me', 'basic', { authorization: basic('me:me') }],
    ['an API key in a header', 's3', 'key', { 'X-Key': 's3' }],
    ['an API key in a cookie', 's3', 'cookie', { Cookie: 'sid=s3' }],
  ])('writes %s', ([, secret, name, headers]) => {
    const credentials = { [name]: secret };
    const security = [{ [name]: [] }];
    expect(send(security, { credentials }, 'own')).toMatchObject({ headers, isKnown: true });
    expect(send(security, { credentials }, 'none').headers).toEqual({});
    const wrong = JSON.stringify(send(security, { credentials }, 'wrong').headers);
    expect(wrong).not.toContain(Object.values(headers)[0]);
    expect(Object.keys(JSON.parse(wrong))).toEqual(Object.keys(headers));
  });

  test('writes an API key into the query, beside what is there', () => {
    const given = { credentials: { query: 'a&b' } };
    const security = [{ query: [] }];
    expect(send(security, given, 'own').target).toBe('/things/1?api%20key=a%26b');
    expect(send(security, given, 'none').target).toBe('/things/1');
    expect(send(security, given, 'wrong').target).toBe(`/things/1?api%20key=${WRONG}`);
  });

  test.for([
    ['Bearer s3', `Bearer ${WRONG}`],
    ['Token s3', `Token ${WRONG}`],
    ['s3', WRONG],
    [basic('a:b'), basic(`${WRONG}:${WRONG}`)],
  ])('spoils the header "%s", and keeps its scheme', ([Authorization = '', wrong]) => {
    const given = { headers: { Authorization, 'X-Team': 'red' } };
    const security = [{ bearer: [] }];
    expect(send(security, given, 'own')).toMatchObject({ headers: given.headers, isKnown: true });
    expect(send(security, given, 'none').headers).toEqual({ 'X-Team': 'red' });
    expect(send(security, given, 'wrong').headers).toEqual({
      Authorization: wrong,
      'X-Team': 'red',
    });
  });

  test('takes the first alternative of which all is known', () => {
    const security = [{ bearer: [], key: [] }, { cookie: [] }];
    const given = { credentials: { bearer: 'a', cookie: 'c' } };
    expect(send(security, given, 'own').headers).toEqual({ Cookie: 'sid=c' });
    const all = { credentials: { bearer: 'a', key: 'b', cookie: 'c' } };
    expect(send(security, all, 'own').headers).toEqual({ authorization: 'Bearer a', 'X-Key': 'b' });
  });

  test('sends no secret to an operation that does not ask for it', () => {
    const given = { credentials: { bearer: 'a' } };
    expect(send([], given, 'own')).toMatchObject({ headers: {}, isKnown: false });
    expect(send([{ key: [] }], given, 'own')).toMatchObject({ headers: {}, isKnown: false });
  });

  test('writes one header where a header and a secret are given', () => {
    const given = { headers: { Authorization: 'Bearer old' }, credentials: { bearer: 'new' } };
    expect(send([{ bearer: [] }], given, 'own').headers).toEqual({ authorization: 'Bearer new' });
  });

  test('keeps the cookies that are given', () => {
    const given = { headers: { cookie: 'lang=en' }, credentials: { cookie: 's3' } };
    expect(send([{ cookie: [] }], given, 'own').headers).toEqual({ Cookie: 'lang=en; sid=s3' });
  });
});

describe('what programs are given', () => {
  const schemesOf = (...names: string[]) => {
    const responses = { 200: { description: 'Fine.' } };
    const security = [Object.fromEntries(names.map((name) => [name, []]))];
    const { operation } = contractWith({ security, responses }, { securitySchemes: SCHEMES });
    return operation.security.flat();
  };
  const all = schemesOf('basic', 'key', 'query', 'cookie');
  const credentials = { basic: 'me:s3', key: 'k3', query: 'q3', cookie: 'c3' };

  test('has secrets that are sent in headers', () => {
    expect(listHeaders(all, { headers: { 'X-Trace': '1' }, credentials })).toEqual({
      'X-Trace': '1',
      authorization: basic('me:s3'),
      'x-key': 'k3',
    });
  });

  test('goes in the place of what a workflow has by default, and of nothing else', () => {
    const headers = { authorization: 'Bearer any', 'x-key': 'own' };
    const request = new Request('http://server.test/a?api%20key=any&b=any', { headers });
    const given = { headers: {}, credentials };
    const sent = replaceSecrets(request, all, given, (secret) => secret === 'any');
    expect(sent.url).toBe('http://server.test/a?api+key=q3&b=any');
    expect(Object.fromEntries(sent.headers)).toEqual({
      authorization: basic('me:s3'),
      'x-key': 'own',
    });
  });

  test('is not sent where a workflow sends nothing', () => {
    const sent = replaceSecrets(
      new Request('http://server.test/a'),
      all,
      { headers: {}, credentials },
      () => true,
    );
    expect([sent.url, Object.fromEntries(sent.headers)]).toEqual(['http://server.test/a', {}]);
  });
});
