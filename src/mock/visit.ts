import type { Accepted } from './accept-request.ts';
import type { Scene } from './behave.ts';
import type { BehaviourSettings, Call, DescribeMessage, Random, Visit } from './behaviour.ts';
import type { TableSpecs, World } from './sandbox/world.ts';

/** Visit with what its rules have no use for. */
export interface OpenVisit extends Visit {
  readonly world: World;
  /** What is to be sent once the changes are kept. */
  readonly messages: readonly DescribeMessage[];
  /** What the rules have looked at since the last time that it was forgotten. */
  readonly trace: Trace;
  /** The visit as the call of an operation. */
  readonly toCall: (caller: unknown, asked: Accepted) => Call<unknown, TableSpecs, unknown>;
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
export function createVisit(scene: Scene, request: Visit['request'], isPublic: boolean): OpenVisit {
  return new TracedVisit(scene, request, isPublic);
}

const NONE: readonly DescribeMessage[] = [];

/** A class, because accessors of an object literal are made anew for each one, which takes microseconds. */
class TracedVisit implements OpenVisit, Call<unknown, TableSpecs, unknown> {
  readonly world: World;
  messages: readonly DescribeMessage[] = NONE;
  readonly trace: Trace = { isVolatile: false, from: -Infinity, until: Infinity };
  readonly tables: Visit['tables'];
  readonly request: Visit['request'];
  readonly settings: BehaviourSettings;
  readonly isPublic: boolean;
  readonly #now: number;
  readonly #base: string;
  /** Whether messages have a receiver. */
  readonly #isHeard: boolean;
  path: Accepted['parameters']['path'] = {};
  query: Accepted['parameters']['query'] = {};
  body: unknown;
  caller: unknown;

  constructor(
    { sandbox, api, seed, settings, base, deliver }: Scene,
    { method, path, query, headers }: Visit['request'],
    isPublic: boolean,
  ) {
    this.world = sandbox.enter(api, seed);
    this.tables = this.world.tables;
    this.#now = sandbox.now(api);
    this.#base = base;
    this.#isHeard = deliver !== undefined;
    this.settings = settings;
    this.isPublic = isPublic;
    const get = (name: string) => {
      if (name !== 'authorization') this.trace.isVolatile = true;
      return headers.get(name);
    };
    this.request = { method, path, query, headers: { get } };
  }

  // Rules take these out of their visit, and most rules take few.
  get hasPassed(): Visit['hasPassed'] {
    return (instant) => hasPassed(instant, this.#now, this.trace);
  }

  get link(): Visit['link'] {
    const base = this.#base;
    return (target) => base + target;
  }

  get emit(): Visit['emit'] {
    return (describe) => {
      this.trace.isVolatile = true;
      if (this.#isHeard) this.messages = [...this.messages, describe];
    };
  }

  toCall(caller: unknown, { parameters, body }: Accepted): this {
    this.path = parameters.path;
    this.query = parameters.query;
    this.body = body;
    this.caller = caller;
    return this;
  }

  get now(): number {
    this.trace.isVolatile = true;
    return this.#now;
  }

  get random(): Random {
    this.trace.isVolatile = true;
    return this.world.random;
  }
}

function hasPassed(instant: number, now: number, trace: Trace): boolean {
  if (instant <= now) trace.from = Math.max(trace.from, instant);
  else trace.until = Math.min(trace.until, instant);
  return instant <= now;
}

/** Forgets what was looked at so far. */
export function clearTrace(trace: Trace): void {
  trace.isVolatile = false;
  trace.from = -Infinity;
  trace.until = Infinity;
}
