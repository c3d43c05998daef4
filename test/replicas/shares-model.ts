import type { SequentialModel } from './check-linearizable.ts';

/** Scenarios of the histories: every answer shows which one there is, since the second one refuses all calls to the API. */
export const SCENARIOS = ['default', 'unauthorized'] as const;
type ScenarioName = (typeof SCENARIOS)[number];

/** What clients do in a sandbox; a share is known by a number, which its expiry stands for. */
export type Call =
  | { readonly kind: 'create'; readonly share: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'get'; readonly share: number }
  | { readonly kind: 'revoke'; readonly share: number }
  | { readonly kind: 'set scenario'; readonly scenario: ScenarioName }
  | { readonly kind: 'get scenario' }
  | { readonly kind: 'set clock'; readonly day: number }
  | { readonly kind: 'get clock' };

/** What came of it. */
export type Return =
  /** Days from 1970 to the time of the sandbox. */
  | { readonly kind: 'created'; readonly day: number }
  | { readonly kind: 'listed'; readonly shares: readonly number[] }
  | { readonly kind: 'found'; readonly isFound: boolean }
  | { readonly kind: 'set' }
  | { readonly kind: 'value'; readonly value: string | number }
  /** No token is accepted. */
  | { readonly kind: 'refused' }
  /** There is no such sandbox. */
  | { readonly kind: 'missing' };

/** One sandbox, as far as the calls see it. */
export interface SharesState {
  /** Whether there is a sandbox: each call makes one but that for its scenario. */
  readonly isThere: boolean;
  readonly scenario: string;
  readonly day: number;
  /** In the order of their numbers. */
  readonly shares: readonly number[];
}

/** What a sandbox does with shares of one document, scenario and clock. `day` is what it begins with. */
export function sharesModel(day: number): SequentialModel<SharesState, Call, Return> {
  return {
    initial: { isThere: false, scenario: 'default', day, shares: [] },
    step,
    write: JSON.stringify,
  };
}

function step(state: SharesState, call: Call, returned: Return | undefined) {
  switch (call.kind) {
    case 'create':
    case 'list':
    case 'get':
    case 'revoke':
      return stepShares(state.isThere ? state : { ...state, isThere: true }, call, returned);
    case 'get scenario':
      // Tells of a sandbox, and makes none.
      if (returned !== undefined && state.isThere === (returned.kind === 'missing')) {
        return undefined;
      }
      return stepSettings(state, call, returned);
    default:
      return stepSettings(state.isThere ? state : { ...state, isThere: true }, call, returned);
  }
}

function stepShares(
  state: SharesState,
  call: Extract<Call, { readonly kind: 'create' | 'list' | 'get' | 'revoke' }>,
  returned: Return | undefined,
): SharesState | undefined {
  const { shares, day, scenario } = state;
  const isRefused = scenario === 'unauthorized';
  if (returned !== undefined && isRefused !== (returned.kind === 'refused')) return undefined;
  if (isRefused) return state;
  switch (call.kind) {
    case 'create':
      if (returned?.kind === 'created' && returned.day !== day) return undefined;
      return { ...state, shares: [...shares, call.share].sort((one, other) => one - other) };
    case 'list':
      return returned?.kind !== 'listed' || isSame(returned.shares, shares) ? state : undefined;
    case 'get':
      return isFoundAs(shares.includes(call.share), returned) ? state : undefined;
    case 'revoke':
      if (!isFoundAs(shares.includes(call.share), returned)) return undefined;
      return { ...state, shares: shares.filter((share) => share !== call.share) };
  }
}

function stepSettings(
  state: SharesState,
  call: Exclude<Call, { readonly kind: 'create' | 'list' | 'get' | 'revoke' }>,
  returned: Return | undefined,
): SharesState | undefined {
  const { scenario, day } = state;
  switch (call.kind) {
    case 'set scenario':
      return { ...state, scenario: call.scenario };
    case 'set clock':
      return { ...state, day: call.day };
    case 'get scenario':
      return returned?.kind !== 'value' || returned.value === scenario ? state : undefined;
    case 'get clock':
      return returned?.kind !== 'value' || returned.value === day ? state : undefined;
  }
}

function isFoundAs(isThere: boolean, returned: Return | undefined): boolean {
  return returned?.kind !== 'found' || returned.isFound === isThere;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
