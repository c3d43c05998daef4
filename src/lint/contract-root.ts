/** Entry file of a contract, or of another document that Redocly has rules for. */
export interface ContractRoot {
  /** Name under which a registry lists it, which may have rules of its own there. */
  readonly name?: string;
  /** Absolute path, or URL. */
  readonly file: string;
}
