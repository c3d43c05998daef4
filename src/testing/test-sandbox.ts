// For whoever compiles against this package with no types of Node, and an older library.
/// <reference types="node" preserve="true" />
import type { Mock } from '../mock/create-mock.ts';
import type { JournalFilter } from '../mock/journal/filter-entries.ts';
import type { Fault } from '../mock/state/fault.ts';
import type { Coverage } from './coverage/coverage.ts';
import type { ForbiddenRequests } from './forbidden-log.ts';
import type { Duration } from './read-duration.ts';
import type { TestEntry } from './test-entry.ts';

/** As the global `fetch`; answers requests to the mock alone. */
export type TestFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** What a mock gives to the client of an API; the rest is the test's. */
export interface ClientBase {
  readonly baseUrl: string;
  readonly fetch: TestFetch;
}

/** Options of a client that are left to the test; none need be given where all of them are optional. */
export type OwnOptions<Options> =
  object extends Omit<Options, keyof ClientBase>
    ? [options?: Omit<Options, keyof ClientBase>]
    : [options: Omit<Options, keyof ClientBase>];

/** Creates a client of an API. */
export type CreateTestClient = <C, Options extends Pick<ClientBase, 'baseUrl'>>(
  api: string,
  create: (options: Options) => C,
  ...options: OwnOptions<Options>
) => C;

/** An isolated copy of all state of a mock, with its own clock, scenario, faults and journal. */
export interface TestSandbox extends Disposable {
  readonly name: string;
  /** Base URL of an API in this sandbox. Throws TestingError for an unknown name, with the known ones. */
  readonly url: (api: string) => string;
  readonly fetch: TestFetch;
  /**
   * Creates a client of an API in this sandbox, by a factory that takes `baseUrl` and `fetch`, as each generated `createClient`
   * does: `client('petstore', createClient, { credentials: 'omit' })`. Throws TestingError for an unknown name.
   */
  readonly client: CreateTestClient;
  readonly clock: TestClock;
  /** Chooses the situation of requests that name none. Throws TestingError for a name that no API has, with the known ones. */
  readonly scenario: (name: string) => void;
  readonly faults: TestFaults;
  /** The last requests and webhooks, newest last: as many as the journal keeps, 200 at most, fewer by a filter. */
  readonly journal: (filter?: JournalFilter) => readonly TestEntry[];
  /** All requests that broke a contract, since the sandbox was made or reset. */
  readonly forbidden: () => readonly ForbiddenRequests[];
  /** What requests of this sandbox met, resets included; empty if the mock does not count. */
  readonly coverage: () => Coverage;
  /** Restores the state, the clock, the scenario and the faults that the sandbox began with, and clears its journal. */
  readonly reset: () => void;
  /** Frees what the sandbox takes; its name may be used again, for an empty one. The default one is reset instead. */
  readonly remove: () => void;
}

/** Clock of a sandbox, which moves data, expiry and tokens of all its APIs. */
export interface TestClock {
  /** Moves it forward by milliseconds or a duration such as `8d`; back if negative. Throws TestingError for any other. */
  readonly advance: (by: Duration) => void;
  /** Sets it to an instant, a date or ISO 8601. Throws TestingError for any other, and beyond the limits of clocks. */
  readonly set: (instant: Date | string) => void;
  /** Time of an API with state. Throws TestingError for any other API. */
  readonly now: (api: string) => Date;
}

/** Faults of a sandbox, as the control API takes them: `{ api, operation, rate, times, delay, outcome }`; one with `times: 1` strikes the next request alone. */
export interface TestFaults {
  /** Adds a fault to those there are. Throws TestingError for a malformed one, or an unknown API or operation. */
  readonly add: (fault: Fault) => void;
  /** Replaces all faults; throws as `add` does. */
  readonly set: (faults: readonly Fault[]) => void;
  readonly clear: () => void;
  readonly list: () => readonly Fault[];
}

/** A mock for tests. It is its own default sandbox, and makes others; `await using` closes it. */
export interface TestMock extends TestSandbox, AsyncDisposable {
  /** Names of the APIs. */
  readonly apis: readonly string[];
  /** The APIs themselves, such as for `createHandlers` of `share-contracts/msw`. */
  readonly listApis: Mock['listApis'];
  /**
   * Opens a sandbox, which is made on first use; without a name, a new one. Throws TestingError for a name that is not 1 to 64
   * letters, digits, `.`, `_` or `-`.
   */
  readonly sandbox: (name?: string) => TestSandbox;
  /** What requests of all sandboxes met, also of those that were removed; empty if the mock does not count. */
  readonly coverage: () => Coverage;
  /** Writes what was met into a file, or into one of its own in a folder, to be merged with others. Does nothing without counts. */
  readonly writeCoverage: (place?: string) => void;
  /** Closes all servers and connections, and writes what was met, where the run asks for it. */
  readonly close: () => Promise<void>;
}
