import { describe, expect, test } from 'vitest';
import { createMock, expectContract, type TestSandbox } from '../../src/testing/index.ts';

const mock = await createMock({ apis: ['crego', 'craftkit'] });
const SHARES = '/documents/01JVVJNAVTB19FN3F7W1NHBPT6/shares/';
const BEARER = { authorization: 'Bearer secret-of-mine' };

function post({ fetch, url }: TestSandbox, body: string, headers = {}): Promise<Response> {
  const sent = { ...BEARER, 'content-type': 'application/json', ...headers };
  return fetch(`${url('crego')}${SHARES}`, { method: 'POST', headers: sent, body });
}

function messageOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'nothing was thrown';
}

describe('expectContract', () => {
  test('passes where the contract is kept, whatever is answered', async () => {
    using own = mock.sandbox();
    await post(own, '{"expires_at":"2030-01-01T00:00:00Z"}');
    await own.fetch(`${own.url('crego')}${SHARES}01JVVJNAVTB19FN3F7W1NHBPZZ/`, {
      headers: BEARER,
    });
    own.scenario('unauthorized');
    await post(own, '{"expires_at":"2030-01-01T00:00:00Z"}');
    own.scenario('server-error');
    await post(own, '{"expires_at":"2030-01-01T00:00:00Z"}');
    own.faults.set([{ outcome: 'error' }]);
    await post(own, '{"expires_at":"2030-01-01T00:00:00Z"}');
    expect(own.journal().map(({ status }) => status)).toEqual([201, 404, 401, 500, 500]);
    expectContract(own);
    expectContract(own.journal());
  });

  test('throws for what the contract forbids, with the command that sends it again', async () => {
    using own = mock.sandbox('forbidden');
    await post(own, `{"expires_at":"tomorrow","note":"it's"}`);
    const expected = `ContractBreachError: crego POST /crego${SHARES} (createShare): request violates the contract
  at body /expires_at: expected format date-time, got string
  Reproduce with: curl -X POST -H 'authorization: Bearer ***' -H 'content-type: application/json' -d '{"expires_at":"tomorrow","note":"it'\\''s"}' 'http://127.0.0.1:4010/crego${SHARES}'`;
    expect(messageOf(() => expectContract(own))).toBe(expected);
    expect(messageOf(() => expectContract(own.journal()))).toBe(expected);
    own.reset();
    expectContract(own);
  });

  test.for<[what: string, send: (own: TestSandbox) => Promise<Response>, line: string]>([
    [
      'a path that the contract does not have',
      ({ fetch, url }) => fetch(`${url('craftkit')}/nope`),
      'at path: expected a path of the contract, got string',
    ],
    [
      'a path that no API has',
      ({ fetch, url }) => fetch(url('crego').replace('/crego', '/crgo')),
      'at path: expected a path below /crego, /craftkit, got string',
    ],
    [
      'a method that the path does not have',
      ({ fetch, url }) => fetch(`${url('crego')}${SHARES}`, { method: 'PUT', headers: BEARER }),
      'at path: expected GET or POST or HEAD, got string',
    ],
    [
      'no credentials',
      ({ fetch, url }) => fetch(`${url('crego')}${SHARES}`),
      'at header /authorization: expected bearer credentials, got nothing',
    ],
    ['a malformed body', (own) => post(own, '{'), 'at body: expected application/json, got string'],
    [
      'another media type',
      (own) => post(own, 'a=b', { 'content-type': 'text/csv' }),
      'at header /content-type: expected application/json',
    ],
  ])('throws for %s', async ([, send, line]) => {
    using own = mock.sandbox();
    await send(own);
    expect(messageOf(() => expectContract(own))).toContain(
      `request violates the contract\n  ${line}`,
    );
  });

  test('leaves out what a test does on purpose', async () => {
    using own = mock.sandbox();
    await post(own, '{}');
    await own.fetch(`${own.url('crego')}/nope?a=b`);
    expectContract(own, { except: ['createShare', 'GET /crego/nope'] });
    expectContract(own.journal(), { except: ['createShare', 'GET /crego/nope'] });
    expect(() => expectContract(own, { except: ['createShare'] })).toThrow('/nope');
    expect(() => expectContract(own, { except: ['GET /crego/nope'] })).toThrow('createShare');
  });

  test('knows all requests, also those that the journal has dropped', async () => {
    using own = mock.sandbox();
    for (let number = 0; number < 30; number += 1) await post(own, '{}');
    for (let number = 0; number < 201; number += 1) {
      await own.fetch(`${own.url('crego')}${SHARES}`, { headers: BEARER });
    }
    expectContract(own.journal());
    const message = messageOf(() => expectContract(own));
    expect(message.match(/request violates the contract/g)).toHaveLength(10);
    expect(message).toMatch(/\nand 20 more requests that broke a contract\.$/);
    expectContract(own, { except: ['createShare'] });
  });

  test('keeps little of many paths', async () => {
    using own = mock.sandbox();
    for (let number = 0; number < 100; number += 1) {
      await own.fetch(`${own.url('crego')}/unknown/${number}`);
    }
    const kept = own.forbidden();
    expect([kept.length, kept.reduce((sum, { total }) => sum + total, 0)]).toEqual([51, 100]);
  });
});
