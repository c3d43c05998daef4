/** What requests met of one operation, and what the contract has of it: with a count of 0 where nothing met it. */
export interface OperationCoverage {
  readonly api: string;
  readonly operation: string;
  /** By status as sent, such as `404`, or as declared, such as `4XX`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** By the provider's own code of an error. */
  readonly codes: Readonly<Record<string, number>>;
  /** By declared status and name of a documented example, such as `200 documented`. */
  readonly examples: Readonly<Record<string, number>>;
}

/** What requests met, by API and operation in the order of the contracts. */
export type Coverage = readonly OperationCoverage[];
