import type { ClockSettings } from './clock.ts';
import type { Fault } from './fault.ts';

/** Scenario of a sandbox that was put into no other one. */
export const DEFAULT_SCENARIO = 'default';

/** Receiver of webhooks. */
export interface WebhookReceiver {
  readonly url: string;
  /** Deliveries are signed with it. */
  readonly secret: string;
}

/** All of a sandbox but its worlds and its journal; plain JSON values. */
export interface SandboxSettings {
  /** Number of draws from its random source. */
  readonly drawn: number;
  readonly scenario: string;
  readonly faults: readonly Fault[];
  readonly webhook: WebhookReceiver | undefined;
  readonly clock: ClockSettings;
}
