import { formatViolation } from '../../contract/model/describe-violation.ts';
import { describeUnknownName } from '../../text/nearest-name.ts';
import type { MockApi } from '../request/mock-api.ts';
import { createRowCheck } from '../request/row-checks.ts';
import { toStatefulApi } from '../request/stateful-api.ts';
import { scenariosOf } from '../scenarios/compile-scenarios.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { DEFAULT_SCENARIO } from '../state/sandbox-settings.ts';
import type { StatefulApi } from '../state/stateful-api.ts';
import type { RestorableTable, TableSpec, TableSpecs } from '../state/table.ts';
import type { World } from '../state/world.ts';

type Row = Readonly<Record<string, unknown>>;

/** Requested part of the state, or the reason why it does not exist. */
export type Access<T> =
  | { readonly found: T }
  | { readonly missing: string; readonly status: 404 | 422 };

export interface OpenedState {
  readonly api: MockApi;
  readonly stateful: StatefulApi;
  readonly world: World;
}

export interface OpenedTable extends OpenedState {
  readonly spec: TableSpec;
  readonly table: RestorableTable;
}

/** Opens the state of an API in a sandbox, for a scenario or else the sandbox's current one. */
export function openState(
  apis: readonly MockApi[],
  sandbox: Sandbox,
  name: string,
  scenario: string | undefined,
): Access<OpenedState> {
  const api = apis.find((candidate) => candidate.name === name);
  const stateful = api && toStatefulApi(api);
  if (api === undefined || stateful === undefined) {
    const known = apis
      .filter(({ behaviour }) => behaviour !== undefined)
      .map((other) => other.name);
    return { status: 404, missing: describeUnknownName('API with state', name, known) };
  }
  const scenarios = scenariosOf(api);
  if (scenario !== undefined && !scenarios.has(scenario)) {
    return {
      status: 422,
      missing: describeUnknownName('scenario', scenario, [...scenarios.keys()]),
    };
  }
  const chosen = scenarios.get(scenario ?? sandbox.scenario) ?? scenarios.get(DEFAULT_SCENARIO);
  return { found: { api, stateful, world: sandbox.open(stateful, chosen?.seed ?? 'default') } };
}

/** Message about the name of an API that there is not, with the known ones. */
export function unknownApi(name: string, apis: readonly MockApi[]): string {
  const known = apis.map((api) => api.name);
  return describeUnknownName('API', name, known);
}

/** Opens a table that the control API may write: one with a schema. */
export function openTable(state: OpenedState, name: string): Access<OpenedTable> {
  const tables: TableSpecs = state.api.behaviour?.tables ?? {};
  const writable = Object.keys(tables).filter((table) => tables[table]?.schema !== undefined);
  const spec = writable.includes(name) ? tables[name] : undefined;
  const table = state.world.tables[name];
  if (spec === undefined || table === undefined) {
    return {
      status: 404,
      missing: describeUnknownName('table that can be written', name, writable),
    };
  }
  return { found: { ...state, spec, table } };
}

/** Message that says why a value is not a valid row with the given key; `undefined` if it is. */
export function findRowDefect(
  { api: { contract }, spec }: OpenedTable,
  key: string,
  row: Row,
): string | undefined {
  const violations = createRowCheck(contract, spec)(row);
  if (violations.length > 0) return violations.map(formatViolation).join('\n');
  const rowKey = spec.key(row);
  return rowKey === key ? undefined : `The row has the key "${rowKey}", the path has "${key}".`;
}
