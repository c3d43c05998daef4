import { useEffect, useState } from 'preact/hooks';
import type { ServerClock } from '../crego/server-clock.ts';

/** Gives the time of the provider, and renders again twice a minute. */
export function useNow(clock: ServerClock): number {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return clock.now();
}
