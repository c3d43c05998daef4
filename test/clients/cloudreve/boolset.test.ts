import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBoolset,
  encodeBoolset,
  SHARE_PERMISSION,
} from '../../../src/clients/cloudreve/boolset.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const { read, update, create, delete: remove } = SHARE_PERMISSION;

/** Samples of the contract, schemas/SharePermissions.yaml and schemas/GroupPermissions.yaml. */
test.each([
  ['', []],
  ['AQ==', [read]],
  ['BQ==', [read, create]],
  ['Aw==', [read, update]],
  ['Cw==', [read, update, remove]],
  ['Dw==', [read, update, create, remove]],
  ['/f8B', [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]],
])('"%s" is the flags %j', (text, flags) => {
  expect([...decodeBoolset(text)]).toEqual(flags);
  expect(encodeBoolset(flags)).toBe(text);
});

test('reads back each set of flags that it writes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 1023 })), (flags) => {
      expect([...decodeBoolset(encodeBoolset(flags))]).toEqual(flags.sort((a, b) => a - b));
    }),
    propertyRuns(100),
  );
});

test('reads bytes that no flag needs as no flags', () => {
  expect([...decodeBoolset('AQAA')]).toEqual([0]);
});

test.each(['A', 'AQ', 'AQ=', 'A Q=', '-_8B', '=', 'AQ==AQ=='])('refuses "%s"', (text) => {
  expect(() => decodeBoolset(text)).toThrow(
    new TypeError(`Boolset: expected base64 such as "AQ==", found "${text}".`),
  );
});

test.each([-1, 0.5, 1024, Number.NaN, Number.POSITIVE_INFINITY])('refuses the flag %s', (flag) => {
  expect(() => encodeBoolset([0, flag])).toThrow(
    new RangeError(`Boolset: expected flags that are whole numbers from 0 to 1023, found ${flag}.`),
  );
});
