/** The code under test sent what a contract forbids; the message lists each request with a command that sends it again. */
export class ContractBreachError extends Error {
  override readonly name = 'ContractBreachError';
}
