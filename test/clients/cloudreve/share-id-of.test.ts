import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareIdOf } from '../../../src/clients/cloudreve/share-id-of.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const SHARE = { id: 'g2guA' };
const LOCKED = { id: 'g2guA', password: 'gcqzfaze' };

test.each([
  ['http://localhost:5173/s/g2guA', SHARE],
  ['http://localhost:5173/s/g2guA/gcqzfaze', LOCKED],
  ['https://cloud.test/files/s/g2guA/', SHARE],
  ['https://cloud.test/s/g2guA?path=Docs', SHARE],
  ['https://cloud.test/s/g2guA/gcqzfaze#top', LOCKED],
  ['https://cloud.test/s/g2guA/a%20b', { id: 'g2guA', password: 'a b' }],
  ['/s/g2guA', SHARE],
  ['/home?path=cloudreve%3A%2F%2Fg2guA%40share', SHARE],
  ['http://localhost:5173/home?path=cloudreve%3A%2F%2Fg2guA%3Agcqzfaze%40share', LOCKED],
])('the share of %s is found', (url, share) => {
  expect(shareIdOf(url)).toEqual(share);
});

test.each([
  '',
  'g2guA',
  'https://cloud.test/s/',
  'https://cloud.test/s/a-b',
  'https://cloud.test/s/g2guA/a/b',
  'https://cloud.test/s/g2guA/100%',
  'https://cloud.test/home',
  'https://cloud.test/home?path=cloudreve%3A%2F%2Fmy',
  'https://cloud.test/home?path=cloudreve%3A%2F%2FbnUn%40my',
  'https://cloud.test/home?path=x',
])('"%s" is no URL of a share', (url) => {
  expect(shareIdOf(url)).toBeUndefined();
});

test('each id and password is found in the URL that has them', () => {
  const id = fc.stringMatching(/^[A-Za-z\d]{1,12}$/);
  const password = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: false }), id, password, (site, ...share) => {
      const [shareId, secret] = share;
      const url = `${site.replace(/\/$/, '')}/s/${shareId}/${encodeURIComponent(secret)}`;
      expect(shareIdOf(url)).toEqual({ id: shareId, password: secret });
    }),
    propertyRuns(100),
  );
});
