export { ContractBreachError } from './contract-breach-error.ts';
export type { Coverage, OperationCoverage } from './coverage/coverage.ts';
export { mergeCoverage, writeCoverage } from './coverage/coverage-file.ts';
export { findUnhandled } from './coverage/find-unhandled.ts';
export { formatCoverage } from './coverage/format-coverage.ts';
export { findShortfalls, type Minimum } from './coverage/minimum.ts';
export type { CoverageKind } from './coverage/sum-up.ts';
export { createMock } from './create-mock.ts';
export { type ExpectContractOptions, expectContract } from './expect-contract.ts';
export type { ForbiddenRequests } from './forbidden-log.ts';
export type { Duration } from './read-duration.ts';
export { startMock } from './start-mock.ts';
export type { TestEntry } from './test-entry.ts';
export type {
  ClientBase,
  CreateTestClient,
  OwnOptions,
  TestClock,
  TestFaults,
  TestFetch,
  TestMock,
  TestSandbox,
} from './test-sandbox.ts';
export { TestingError } from './testing-error.ts';
export type { TestMockOptions, TestServerOptions } from './testing-options.ts';
