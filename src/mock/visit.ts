import type { Scene } from './behave.ts';
import type { Visit, WebhookMessage } from './behaviour.ts';
import type { World } from './sandbox/world.ts';

/** Visit with what its rules have no use for. */
export interface OpenVisit extends Visit {
  readonly world: World;
  /** What is to be sent once the changes are kept. */
  readonly messages: WebhookMessage[];
  /** What the rules have looked at since the last time that it was forgotten. */
  readonly trace: Trace;
}

/** What an answer depends on beside path, query, credentials, caller and state. */
export interface Trace {
  /** Whether it depends on anything that may differ each time. */
  isVolatile: boolean;
  /** Times between which it is the same, in milliseconds of the epoch. */
  from: number;
  until: number;
}

/** Makes the visit of a request, and a trace of what its rules look at. */
export function createVisit(
  { sandbox, api, seed, settings, base }: Scene,
  { headers, ...request }: Visit['request'],
  isPublic: boolean,
): OpenVisit {
  const world = sandbox.enter(api, seed);
  const { tables, random } = world;
  const now = sandbox.now(api);
  const messages: WebhookMessage[] = [];
  const trace: Trace = { isVolatile: false, from: -Infinity, until: Infinity };
  return {
    world,
    messages,
    trace,
    tables,
    request: { ...request, headers: { get: readHeader } },
    settings,
    isPublic,
    get now() {
      trace.isVolatile = true;
      return now;
    },
    get random() {
      trace.isVolatile = true;
      return random;
    },
    hasPassed: (instant) => {
      if (instant <= now) trace.from = Math.max(trace.from, instant);
      else trace.until = Math.min(trace.until, instant);
      return instant <= now;
    },
    link: (path) => base + path,
    emit: (message) => {
      trace.isVolatile = true;
      messages.push(message);
    },
  };

  function readHeader(name: string): string | null {
    if (name !== 'authorization') trace.isVolatile = true;
    return headers.get(name);
  }
}

/** Forgets what was looked at so far. */
export function clearTrace(trace: Trace): void {
  trace.isVolatile = false;
  trace.from = -Infinity;
  trace.until = Infinity;
}
