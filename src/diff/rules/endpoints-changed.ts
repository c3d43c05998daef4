import { type PlacedFound, spotOf } from '../endpoint-pair.ts';
import { readMember } from '../open-member.ts';
import type { Endpoint } from '../read-endpoints.ts';
import { readSunset } from '../read-sunset.ts';

/** An operation, a webhook or a callback is gone; less bad where it was deprecated and its sunset has passed. */
export function findRemoved(
  endpoint: Endpoint,
  now: Date,
  after: Endpoint | undefined,
): PlacedFound {
  const { kind, cursor } = endpoint;
  const sunset = readSunset(cursor);
  const isOver = readMember(cursor, 'deprecated') === true && sunset !== undefined && sunset <= now;
  return {
    rule: `${kind}-removed`,
    place: '',
    what: 'is gone',
    consumer: isOver ? 'risky' : 'breaking',
    provider: 'safe',
    before: spotOf(cursor),
    after: spotOf(after?.cursor) ?? { pointer: '/paths', value: undefined },
  };
}

/** An operation, a webhook or a callback is new. */
export function findAdded({ kind, cursor }: Endpoint): PlacedFound {
  return {
    rule: `${kind}-added`,
    place: '',
    what: 'is new',
    consumer: 'safe',
    provider: 'breaking',
    before: undefined,
    after: spotOf(cursor),
  };
}
