import type { operations } from '../../generated/mock-control/types.ts';
import type { Handler } from '../authoring/behaviour.ts';

/** Handlers of some operations of the control API, which has no state of its own. */
export type ControlHandlers = {
  readonly [Id in keyof operations]?: Handler<operations[Id], Record<never, never>, undefined>;
};
