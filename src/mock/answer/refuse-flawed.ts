import type { Flaw } from '../../contract/model/flaw.ts';
import type { Refusal } from '../authoring/refusal.ts';

/** Refuses what cannot be served because of a flaw in the contract, and names it. */
export function refuseFlawed({ pointer, problem }: Flaw): Refusal {
  return { kind: 'internal', cause: { type: 'flaw', message: `#${pointer}: ${problem}` } };
}
