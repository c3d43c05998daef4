import type { components } from '../../generated/mock-control/types.ts';
import type { Controlled } from './controlled.ts';

type Health = Pick<
  components['schemas']['Health'],
  'status' | 'failure' | 'live' | 'ready' | 'store' | 'lag'
>;

/** Describes whether changes of state can be kept, and whether the server takes requests. */
export function describeHealth({ sandboxes, isReady }: Controlled): Health {
  const failure = sandboxes.findFailure();
  const store = sandboxes.findStore?.();
  const condition = {
    live: true,
    ready: isReady(),
    store: store?.name ?? null,
    lag: store?.lag === undefined ? null : Math.round(store.lag * 1000) / 1000,
  };
  if (failure === undefined) return { status: 'ok', ...condition };
  const { reason, since } = failure;
  return {
    status: 'failing',
    failure: { reason, since: new Date(since).toISOString() },
    ...condition,
  };
}
