import type { ClockSettings } from './clock.ts';
import type { Fault } from './fault.ts';

/** Scenario of a sandbox unless another one is set. */
export const DEFAULT_SCENARIO = 'default';

/** Where a sandbox sends its webhooks. */
export interface WebhookReceiver {
  readonly url: string;
  /** Key of the signatures. */
  readonly secret: string;
}

/** Everything in a sandbox except its worlds and its journal; plain values. */
export interface SandboxSettings {
  /** Number of draws from its random source. */
  readonly drawn: number;
  readonly scenario: string;
  readonly faults: readonly Fault[];
  readonly webhook: WebhookReceiver | undefined;
  readonly clock: ClockSettings;
}
