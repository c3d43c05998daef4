import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFastChecks } from '../../../src/contract/validate/usual-formats.ts';

function compile(format: string, isQuick: boolean): ValidateFunction {
  const ajv = new Ajv2020();
  formats.default(ajv);
  if (isQuick) addFastChecks(ajv);
  return ajv.compile({ type: 'string', format });
}

/** Texts near to valid ones: one with some characters exchanged, dropped or doubled. */
function nearTo(valid: readonly string[], characters: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: 60 }),
    drop: fc.nat({ max: 2 }),
    put: fc.string({ unit: fc.constantFrom(...characters), maxLength: 2 }),
  });
  return fc
    .tuple(fc.constantFrom(...valid), fc.array(edit, { maxLength: 3 }))
    .map(([text, edits]) =>
      edits.reduce((edited, { at, drop, put }) => {
        const place = at % (edited.length + 1);
        return edited.slice(0, place) + put + edited.slice(place + drop);
      }, text),
    );
}

const VALID = {
  'date-time': [
    '2026-11-21T10:11:12Z',
    '2024-02-29T23:59:60.123456Z',
    '1999-12-31t00:00:00.1+05:30',
    '2026-08-31T05:38:35+08:00',
    '1990-12-31T15:59:60-08:00',
    '0000-01-28T09:09:09z',
  ],
  uri: [
    'http://127.0.0.1:4010/a/b_c-d~e?f=g&h=1',
    'https://mock.test',
    'urn:a:b',
    'cloudreve://a1@my_own/b.c',
    'http://[::1]/%20?a#b',
  ],
  'uri-reference': ['/api/private/json/share/88-9_2.0~', '//host/a', 'a/b', '/', '?a=b', '/%20#c'],
  uuid: [
    '6da08401-b1f7-46ec-9013-2a9d7bc6185c',
    'FFFFFFFF-ffff-0000-9999-AAAAaaaa0000',
    'urn:uuid:6da08401-b1f7-46ec-9013-2a9d7bc6185c',
  ],
};

describe('addFastChecks', () => {
  test.each([
    ['date-time', VALID['date-time'], '0123456789-:.TtZz+ \n'],
    ['uri', VALID.uri, 'aB1/:?#&=%.-_~[]@ \n{'],
    ['uri-reference', VALID['uri-reference'], 'aB1/:?#&=%.-_~[]@ \n{'],
    ['uuid', VALID.uuid, 'aF09gG-: \nı－'],
  ])('changes nothing of what a %s is', (format, valid, characters) => {
    const [whole, quick] = [compile(format, false), compile(format, true)];
    for (const text of valid) expect(quick(text)).toBe(true);
    fc.assert(
      fc.property(nearTo(valid, characters), (text) => {
        expect(quick(text)).toBe(whole(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
