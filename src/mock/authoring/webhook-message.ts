/** Message to the receiver of webhooks. */
export interface WebhookMessage {
  /** Name of the webhook in the contract. */
  readonly webhook: string;
  readonly body: unknown;
  /** Header fields of a delivery, as the provider sends them. */
  readonly headers: (delivery: WebhookDelivery) => Readonly<Record<string, string>>;
}

/** What the header fields of a delivery may depend on. */
export interface WebhookDelivery {
  /** Body as it is sent. */
  readonly text: string;
  readonly secret: string;
  /** UUID, the same for all attempts. */
  readonly id: string;
  /** Time of the sandbox in milliseconds of the epoch. */
  readonly now: number;
}
