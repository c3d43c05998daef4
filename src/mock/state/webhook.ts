/** Webhook that is ready to be sent, signature included; plain values. */
export interface Webhook {
  /** Also of its delivery: whoever gets it twice knows it by that. */
  readonly id: string;
  readonly api: string;
  /** `operationId` of the webhook in the contract, if it has one. */
  readonly operation: string | undefined;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}
