/** One test of a contract; it knows no test runner. */
export interface ContractTest {
  /** Fact that holds if it passes, unique among the tests of its API. */
  readonly name: string;
  /** Rejects with an error that says where, what was expected, what was found and how to see it again. */
  readonly run: () => Promise<void>;
}

/** Part of a contract that no test can be made for. */
export interface Exclusion {
  readonly what: string;
  readonly reason: string;
}

/** Tests of one API. */
export interface ApiTests {
  readonly api: string;
  readonly tests: readonly ContractTest[];
  readonly exclusions: readonly Exclusion[];
}
