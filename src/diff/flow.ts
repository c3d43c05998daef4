import type { Ratings } from './rating.ts';

/** Way of a value: a request body travels to the provider, that of a callback to the consumer. */
export type Flow = 'to-provider' | 'to-consumer';

/** What a change does to the set of values that a contract allows. */
export type Effect = 'narrows' | 'widens' | 'differs';

const RATINGS: Readonly<Record<Flow, Readonly<Record<Effect, Ratings>>>> = {
  'to-provider': {
    // A server that is as it was accepts what it has to refuse now.
    narrows: { consumer: 'breaking', provider: 'risky' },
    widens: { consumer: 'safe', provider: 'breaking' },
    differs: { consumer: 'breaking', provider: 'breaking' },
  },
  'to-consumer': {
    narrows: { consumer: 'safe', provider: 'breaking' },
    widens: { consumer: 'breaking', provider: 'safe' },
    differs: { consumer: 'breaking', provider: 'breaking' },
  },
};

/**
 * Rates an effect on what is allowed: whoever sends may send less than before without harm, and whoever receives may be sent
 * less, but neither more.
 */
export function rate(flow: Flow, effect: Effect): Ratings {
  return RATINGS[flow][effect];
}

/** The way back. */
export function reverse(flow: Flow): Flow {
  return flow === 'to-provider' ? 'to-consumer' : 'to-provider';
}
