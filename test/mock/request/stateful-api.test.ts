import { describe, expect, test } from 'vitest';
import { defineBehaviour } from '../../../src/mock/authoring/behaviour.ts';
import { toStatefulApi } from '../../../src/mock/request/stateful-api.ts';
import { contractOf } from '../../support/test-contract.ts';

const apiOf = (epoch: string) => ({
  name: 'notes',
  contract: contractOf({ paths: {} }),
  behaviour: defineBehaviour()({ epoch, tables: {}, seeds: { default: () => {} }, handlers: {} }),
});

describe('toStatefulApi', () => {
  test.each(['soon', '1969-12-31T23:59:59Z', '9999-01-01T00:00:00Z'])(
    'refuses the epoch %s, which no clock of a sandbox could begin at',
    (epoch) => {
      expect(() => toStatefulApi(apiOf(epoch))).toThrow(
        `notes: expected an epoch from 1970-01-01T00:00:00Z to 9998-12-31T23:59:59Z, found "${epoch}".`,
      );
    },
  );

  test('takes any other', () => {
    expect(toStatefulApi(apiOf('1970-01-01T00:00:00Z'))?.epoch).toBe(0);
  });
});
