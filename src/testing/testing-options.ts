import type { ProjectPlace } from '../apis/find-project.ts';
import type { BehaviourSettings } from '../mock/authoring/behaviour.ts';
import type { ClockStart } from '../mock/state/clock.ts';

/** What a mock for tests serves, and how. */
export interface TestMockOptions {
  /** A `redocly.yaml` or its folder; by default the nearest one or, where there is none, the APIs that ship with this package. */
  readonly project?: ProjectPlace | undefined;
  /** Names of the APIs to serve; all that are mocked by default. Only their files are read. */
  readonly apis?: readonly string[] | undefined;
  /** Whether an API without handlers acts on the collections that its contract describes, unless its settings say so. */
  readonly stateful?: boolean | undefined;
  /** Scenario in which every sandbox begins. */
  readonly scenario?: string | undefined;
  /** Start of a sandbox's clock: when the documented `examples` were true (the default), `now`, or an instant. */
  readonly clock?: ClockStart | Date | string | undefined;
  /** Seed of ids and tokens. */
  readonly seed?: string | undefined;
  /** How strict behaviours are; by default every parent exists and any credentials are accepted. */
  readonly settings?: Partial<BehaviourSettings> | undefined;
  /**
   * Whether to count what requests meet of the contracts, or the folder where that is written in the end. By default it is
   * counted where the run asks for it, as `share-contracts/testing/coverage` does by the variable SHARE_CONTRACTS_COVERAGE.
   */
  readonly coverage?: boolean | string | undefined;
  /** Called with what cannot be used of a contract that is not `strict`; `console.warn` by default. */
  readonly warn?: ((message: string) => void) | undefined;
  /** Called with each internal error; `console.error` by default. */
  readonly logError?: ((error: unknown) => void) | undefined;
}

/** Where a mock for tests listens besides. */
export interface TestServerOptions extends TestMockOptions {
  /** Port to serve on; 0, the default, is any free one. */
  readonly port?: number;
  /** Address to bind; loopback by default. */
  readonly host?: string;
}
