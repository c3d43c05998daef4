import type { operations } from '../../generated/mock-control/types.ts';
import type { Handler } from '../authoring/behaviour.ts';

/** Handlers of operations of the control API, which has no tables and no callers. */
export type ControlHandlers = {
  readonly [Id in keyof operations]?: Handler<operations[Id], Record<never, never>, undefined>;
};
