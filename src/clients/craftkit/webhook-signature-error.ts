/** Why a delivery cannot be trusted. */
export type WebhookSignatureReason = 'missing' | 'malformed' | 'expired' | 'wrong';

/** A delivery of a webhook that is not proved to come from the sender; has no secret and no signature. */
export class WebhookSignatureError extends Error {
  override readonly name = 'WebhookSignatureError';
  readonly reason: WebhookSignatureReason;

  constructor(reason: WebhookSignatureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
