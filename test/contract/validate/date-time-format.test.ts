import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickenDateTime } from '../../../src/contract/validate/date-time-format.ts';

function createCheck(isQuick: boolean) {
  const ajv = new Ajv2020();
  formats.default(ajv);
  if (isQuick) quickenDateTime(ajv);
  return ajv.compile<string>({ type: 'string', format: 'date-time' });
}

const [check, model] = [true, false].map(createCheck);

describe('quickenDateTime', () => {
  test.each([
    '2026-11-30T08:00:00Z',
    '2026-11-30t08:00:00.123456z',
    '2026-11-30 08:00:00+08:00',
    '2024-02-29T00:00:00-0130',
    '2016-12-31T23:59:60Z',
    '2017-01-01T07:59:60+08:00',
    '0000-01-31T00:00:00+23',
  ])('accepts %s', (text) => {
    expect([check?.(text), model?.(text)]).toEqual([true, true]);
  });

  test.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-13-10T00:00:00Z',
    '2026-11-30T24:00:00Z',
    '2026-11-30T08:00:60Z',
    '2026-11-30T08:00:00',
    '2026-11-30T08:00:00+24:00',
    '2026-11-30T08:00:00.Z',
    '2026-11-30T08:00Z',
    '2026-11-30T08:00:00Z\n',
    '2026-11-30',
    '',
  ])('refuses %j', (text) => {
    expect([check?.(text), model?.(text)]).toEqual([false, false]);
  });

  test('accepts what ajv-formats accepts, and nothing else', () => {
    const digits = (max: number) =>
      fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    const text = fc
      .tuple(
        fc.constantFrom('2023', '2024', '1900', '2000', '999'),
        digits(14),
        digits(32),
        fc.constantFrom('T', 't', ' ', '\n', 'TT', ''),
        digits(25),
        digits(61),
        digits(62),
        fc.constantFrom('', '.5', '.', '.123456789'),
        fc.constantFrom('Z', 'z', '', '+08:00', '-23:59', '+24:00', '+0860', '+08', '+8', 'Z '),
      )
      .map(
        ([year, month, day, separator, hour, minute, second, fraction, zone]) =>
          `${year}-${month}-${day}${separator}${hour}:${minute}:${second}${fraction}${zone}`,
      );
    fc.assert(
      fc.property(text, (written) => {
        expect(check?.(written)).toBe(model?.(written));
      }),
      { numRuns: 5000 },
    );
  });
});
