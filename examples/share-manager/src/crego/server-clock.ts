import type { Middleware } from 'share-contracts/client';

/** Time of the provider, by which links expire; the clock of a visitor may be wrong. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Reads the time of each answer. */
  readonly middleware: Middleware;
}

/** Creates a clock that goes as this computer's until an answer tells the time, in `X-Mock-Time` of a mock or in `Date`. */
export function createServerClock(here: () => number = Date.now): ServerClock {
  let ahead = 0;
  return {
    now: () => here() + ahead,
    middleware: async (request, next) => {
      const answer = await next(request);
      const { headers } = answer;
      const time = Date.parse(headers.get('x-mock-time') ?? headers.get('date') ?? '');
      if (!Number.isNaN(time)) ahead = time - here();
      return answer;
    },
  };
}
