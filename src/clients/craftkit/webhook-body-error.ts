/** A delivery of a webhook that is signed, and whose body is no event of the contract. */
export class WebhookBodyError extends Error {
  override readonly name = 'WebhookBodyError';
}
