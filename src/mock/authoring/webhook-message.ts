/** Webhook to send to the receiver of the sandbox. */
export interface WebhookMessage {
  /** Name of the webhook in the contract. */
  readonly webhook: string;
  /** Sent as JSON. */
  readonly body: unknown;
  /** Header fields that the provider adds to `Content-Type`, such as a signature. */
  readonly headers: (delivery: WebhookDelivery) => Readonly<Record<string, string>>;
}

/** What the header fields of a webhook may depend on. */
export interface WebhookDelivery {
  /** Serialized body. */
  readonly text: string;
  /** Secret of the receiver, for signatures. */
  readonly secret: string;
  /** UUID, the same for all attempts. */
  readonly id: string;
  /** Current time of the sandbox in Unix milliseconds. */
  readonly now: number;
}
