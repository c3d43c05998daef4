import { effect, type Signal, signal } from '@preact/signals';

/** Views of the console. */
export const VIEWS = ['log', 'shares', 'try', 'coverage'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the page says, so that a reload keeps it. */
export interface AddressState {
  readonly sandbox: Signal<string>;
  readonly view: Signal<View>;
  /** API and operation that are looked at; empty where none was chosen. */
  readonly api: Signal<string>;
  readonly operation: Signal<string>;
}

const DEFAULT_SANDBOX = 'default';

/** Reads the address of the page, and writes it anew whenever something of it changes. */
export function createAddressState(): AddressState {
  const query = new URLSearchParams(location.search);
  const [, named] = /^\/~([\w.-]{1,64})\//.exec(location.pathname) ?? [];
  const state = {
    sandbox: signal(query.get('sandbox') ?? named ?? DEFAULT_SANDBOX),
    view: signal(VIEWS.find((view) => view === query.get('view')) ?? 'log'),
    api: signal(query.get('api') ?? ''),
    operation: signal(query.get('operation') ?? ''),
  };
  effect(() => history.replaceState(null, '', addressOf(state)));
  return state;
}

/** Address of a view, with all else as it is. */
export function addressOf(
  { sandbox, view, api, operation }: AddressState,
  other: View = view.value,
): string {
  const query = new URLSearchParams({
    sandbox: sandbox.value,
    view: other,
    ...(api.value !== '' && { api: api.value }),
    ...(operation.value !== '' && { operation: operation.value }),
  });
  return `${location.pathname}?${query}`;
}
