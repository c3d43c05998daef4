import { describe, expect, test } from 'vitest';
import { fail } from '../../../mocks/cloudreve/envelope.ts';

const UUID = '5b0f5f05-451e-4dcd-9c65-474315dd7d20';
const correlate = (sent: string | null) => {
  const request = { headers: { get: () => sent } };
  return fail({ request, random: { uuid: () => 'random' } }, 404, '').body.correlation_id;
};

describe('the correlation id of a failure', () => {
  test.each([UUID, UUID.toUpperCase(), `{${UUID}}`, UUID.replaceAll('-', ''), `urn:uuid:${UUID}`])(
    'repeats %s',
    (sent) => {
      expect(correlate(sent)).toBe(UUID);
    },
  );

  test.each([null, '', 'abc', `${UUID}0`, UUID.replace('b', 'g'), UUID.replaceAll(/\w/g, '0')])(
    'replaces %j',
    (sent) => {
      expect(correlate(sent)).toBe('random');
    },
  );
});
