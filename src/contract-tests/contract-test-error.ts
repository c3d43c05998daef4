/** A contract test found something wrong; the message says where, what was expected, what was found and what to do. */
export class ContractTestError extends Error {
  override readonly name = 'ContractTestError';
}
