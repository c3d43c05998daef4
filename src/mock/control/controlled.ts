import type { BehaviourSettings } from '../authoring/behaviour.ts';
import type { MockApi } from '../request/mock-api.ts';
import type { Sandboxes } from '../state/sandboxes.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** Parts of a mock server that the control API reads and changes. */
export interface Controlled {
  readonly sandboxes: Sandboxes;
  readonly listApis: () => readonly MockApi[];
  /** How strict behaviours are. */
  readonly settings: BehaviourSettings;
  readonly metrics: ServerMetrics;
  /** Whether the server takes requests: not any more once it is to stop. */
  readonly isReady: () => boolean;
}
