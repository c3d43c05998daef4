import type { BehaviourSettings } from '../authoring/behaviour.ts';
import type { RequestFigures } from '../metrics/request-figures.ts';
import type { MockApi } from '../request/mock-api.ts';
import type { Sandboxes } from '../state/sandboxes.ts';

/** Parts of a mock server that the control API reads and changes. */
export interface Controlled {
  readonly sandboxes: Sandboxes;
  readonly listApis: () => readonly MockApi[];
  /** How strict behaviours are. */
  readonly settings: BehaviourSettings;
  /** What was counted of all requests. */
  readonly requests: RequestFigures;
  /** Whether the server takes requests: not any more once it is to stop. */
  readonly isReady: () => boolean;
}
