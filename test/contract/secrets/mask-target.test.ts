import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMatcher } from '../../../src/contract/match/match-operation.ts';
import type { Contract } from '../../../src/contract/model/contract.ts';
import { maskTarget } from '../../../src/contract/secrets/mask-target.ts';
import { OWN_APIS } from '../../support/own-project.ts';

const UNKNOWN = { contract: undefined, operation: undefined, pathValues: undefined };

/** Masks a target as a mock would that serves the contract at `mount`. */
function mask(contract: Contract, mount: string, rest: string, method = 'GET'): string {
  const matched = createMatcher(contract)(method, rest.split('?')[0] ?? '');
  const { operation, pathValues } = matched.kind === 'operation' ? matched : UNKNOWN;
  return maskTarget({ target: mount + rest, contract, operation, pathValues });
}

describe('maskTarget', () => {
  test.each([
    ['/a/1?page=2&ticket=abc', '/a/1?page=2&ticket=***'],
    ['http://u:p@a.test/a?ticket=abc', 'http://***@a.test/a?ticket=***'],
    ['/a;jsessionid=1;token=abc/b?page=2', '/a;jsessionid=***/b?page=2'],
    ['/a#access_token=abc', '/a#access_token=***'],
    ['/a?', '/a?'],
    ['*', '*'],
    ['', ''],
  ])('masks %s without a contract', (target, masked) => {
    expect(maskTarget({ ...UNKNOWN, target })).toBe(masked);
  });

  const uuid = 'fe159e37-c4e8-4f03-ba0e-8b562b78e409';
  test.each([
    ['crego', '/documents/D1/shares/?page=2', '/documents/D1/shares/?page=2'],
    ['crego', '/documents/D1/shares/S1/', '/documents/D1/shares/S1/'],
    ['crego', `/shares/${uuid}/preview/`, '/shares/***/preview/'],
    ['crego', `/shares/${uuid}/preview`, '/shares/***/preview'],
    ['cloudreve', '/share/info/g2guA?password=gcqzfaze', '/share/info/g2guA?password=***'],
    [
      'cloudreve',
      '/share?page_size=5&next_page_token=eyJpIn0',
      '/share?page_size=5&next_page_token=eyJpIn0',
    ],
    ['cloudreve', '/s/g2guA/gcqzfaze', '/s/***/***'],
    ['cloudreve', '/session/token/2fa', '/session/token/2fa'],
    ['craftkit', `/v1/renders/${uuid}/shares/1`, `/v1/renders/${uuid}/shares/1`],
    ['craftkit', '/share/cks_abc', '/share/***'],
    [
      'zoho-writer',
      '/api/private/xml/share/88?apikey=a&ticket=b',
      '/api/private/xml/share/88?apikey=***&ticket=***',
    ],
    [
      'zoho-writer',
      '/api/private/xml/shar/88?apikey=a&ticket=b',
      '/api/private/xml/shar/88?apikey=***&ticket=***',
    ],
  ])('masks the secrets of %s in %s', async (name, rest, masked) => {
    const api = OWN_APIS.find((candidate) => candidate.name === name);
    const contract = await loadContract(api?.contract ?? '');
    expect(mask(contract, `/${name}`, rest)).toBe(`/${name}${masked}`);
  });

  // A reading that goes back over the text for each repetition would take minutes.
  test.each([
    ...['eyJ', 'eyJa.', '%22eyJ', '://', '%3A%2F%2F', '://a', 'Bearer+', 'ck_live_', 'a='],
    ...['&', '=', '%', '?', '"a"', '{"a":', '/share/', ';a', '[', 'a[', 'token', '+'],
  ])('reads a target that repeats %s once', (part) => {
    const target = `/?a=${part.repeat(300_000 / part.length)}`;
    expect(maskTarget({ ...UNKNOWN, target })).toMatch(/^\/\?a=/);
  });
});
