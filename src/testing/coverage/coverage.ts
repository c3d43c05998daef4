/** What requests met of one operation, and what the contract has of it: with a count of 0 where nothing met it. */
export interface OperationCoverage {
  readonly api: string;
  readonly operation: string;
  /** By status as declared, such as `404`, `4XX` or `default`: any status of a class counts for it. */
  readonly statuses: Readonly<Record<string, number>>;
  /** By status as sent, of those that a class or `default` declares. */
  readonly inClasses: Readonly<Record<string, number>>;
  /** By status that the contract does not have. */
  readonly undocumented: Readonly<Record<string, number>>;
  /** By the provider's own code of an error, of those that the contract names. */
  readonly codes: Readonly<Record<string, number>>;
  /** By code of an error that the contract does not name. */
  readonly otherCodes: Readonly<Record<string, number>>;
  /** By declared status and name of a documented example, such as `200 documented`. */
  readonly examples: Readonly<Record<string, number>>;
  /** By place and name of a declared parameter that was sent, such as `query page_size`. */
  readonly parameters: Readonly<Record<string, number>>;
  /** By rule that a request broke and was refused for, such as `body /text maxLength`. */
  readonly constraints: Readonly<Record<string, number>>;
}

/** What requests met, by API and operation in the order of the contracts. */
export type Coverage = readonly OperationCoverage[];
