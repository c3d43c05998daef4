import type { components } from '../../generated/mock-control/types.ts';
import type { StateFailure } from '../state/state-store.ts';

type Health = Pick<components['schemas']['Health'], 'status' | 'failure'>;

/** Describes whether changes of state can be kept. */
export function describeHealth(failure: StateFailure | undefined): Health {
  if (failure === undefined) return { status: 'ok' };
  const { reason, since } = failure;
  return { status: 'failing', failure: { reason, since: new Date(since).toISOString() } };
}
