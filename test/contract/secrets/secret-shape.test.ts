import { describe, expect, test } from 'vitest';
import { maskSecretShapes } from '../../../src/contract/secrets/secret-shape.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJscHVhIn0.L1ETHHBNImNev-ze00_AgrrY';
const SIGNED = 'eyJkb2NfaWQiOiIwMUpROE1aMFA5NCJ9:1txLHe:HgE71qPbk4BdkernCAL_S0tDCV7';

describe('maskSecretShapes', () => {
  test.each([
    [`/a/${JWT}/b`, '/a/***/b'],
    [JWT, '***'],
    [`/a?x=%22${JWT}%22`, '/a?x=%22***%22'],
    [`/a/${JWT}..tag`, '/a/***'],
    [`/shares/${SIGNED}/preview/`, '/shares/***/preview/'],
    [`/a?x=${encodeURIComponent(SIGNED)}&y=1`, '/a?x=***&y=1'],
    ['/a/ck_acct_9fQ2', '/a/***'],
    ['/a?q=sk_live_51H-x&page=2', '/a?q=***&page=2'],
    ['/a/ghp_16C7e42F292c6912E7/b', '/a/***/b'],
    ['/a/xoxb-17653672481-x', '/a/***'],
    ['/a?h=Bearer%20abc.def&page=2', '/a?h=***&page=2'],
    ['/a?h=Basic+dTpw', '/a?h=***'],
    ['http://user:pass@127.0.0.1/a', 'http://***@127.0.0.1/a'],
    [
      '/a?uri=cloudreve%3A%2F%2Fg2guA%3Agcqzfaze%40share/b',
      '/a?uri=cloudreve%3A%2F%2F***%40share/b',
    ],
  ])('masks %s', (text, masked) => {
    expect(maskSecretShapes(text)).toBe(masked);
  });

  test.each([
    '/a/fe159e37-c4e8-4f03-ba0e-8b562b78e409',
    '/a?next_page_token=eyJpZCI6Im1LTmxTRCJ9',
    '/a/heyJude.mp3.zip.gz',
    '/a/work_test_file',
    '/a?uri=cloudreve%3A%2F%2Fmy%2Fb',
    'http://127.0.0.1:4010/a@b',
    '/a?at=2025-04-01T11:08:35Z',
  ])('leaves %s', (text) => {
    expect(maskSecretShapes(text)).toBe(text);
  });
});
