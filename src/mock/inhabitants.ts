import type { MockApi } from './engine.ts';
import type { InhabitedApi } from './sandbox/sandbox.ts';

/** API that has state in a sandbox; `undefined` for one without a behaviour. */
export function toInhabitant({ name, contract, behaviour }: MockApi): InhabitedApi | undefined {
  return behaviour && { name, contract, behaviour };
}

export function inhabitantsOf(apis: readonly MockApi[]): InhabitedApi[] {
  return apis.map(toInhabitant).filter((api) => api !== undefined);
}
