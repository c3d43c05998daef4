import type { MockApi } from '../request/mock-api.ts';
import type { Sandboxes } from '../state/sandboxes.ts';

/** What the control API controls. */
export interface Controlled {
  readonly sandboxes: Sandboxes;
  readonly listApis: () => readonly MockApi[];
}
