import type { SchemaOracle } from '../cases/schema-oracle.ts';
import type { ContractChecks } from '../contract/validate/contract-checks.ts';
import type { Send } from './send-request.ts';

/** What the tests of an API have in common. */
export interface TestTools {
  readonly api: string;
  readonly oracle: SchemaOracle;
  readonly checks: ContractChecks;
  readonly send: Send;
  /** Where `share-contracts mock` serves the API, to see an answer again. */
  readonly base: string;
  /** Whether the provider reads a body whatever its media type is said to be. */
  readonly readsAnyType: boolean;
}
