import { formatViolation } from '../../contract/model/describe-violation.ts';
import { createSchemaValidator } from '../../contract/validate/schema-validator.ts';
import type { MockApi } from '../request/mock-api.ts';
import { toStatefulApi } from '../request/stateful-api.ts';
import { scenariosOf } from '../scenarios/compile-scenarios.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { DEFAULT_SCENARIO } from '../state/sandbox-settings.ts';
import type { RestorableTable, TableSpec, TableSpecs } from '../state/table.ts';
import type { World } from '../state/world.ts';

type Row = Readonly<Record<string, unknown>>;

/** Part of the state that was asked for, or why there is none. */
export type Access<T> =
  | { readonly found: T }
  | { readonly missing: string; readonly status: 404 | 422 };

export interface OpenedState {
  readonly api: MockApi;
  readonly world: World;
}

export interface OpenedTable extends OpenedState {
  readonly spec: TableSpec;
  readonly table: RestorableTable;
}

/** State of an API in a scenario of a sandbox, or in the one that the sandbox is in. */
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
    return { status: 404, missing: unknown('API with state', name, known) };
  }
  const scenarios = scenariosOf(api);
  if (scenario !== undefined && !scenarios.has(scenario)) {
    return { status: 422, missing: unknown('scenario', scenario, [...scenarios.keys()]) };
  }
  const chosen = scenarios.get(scenario ?? sandbox.scenario) ?? scenarios.get(DEFAULT_SCENARIO);
  return { found: { api, world: sandbox.open(stateful, chosen?.seed ?? 'default') } };
}

/** Table that takes rows from outside. */
export function openTable(state: OpenedState, name: string): Access<OpenedTable> {
  const tables: TableSpecs = state.api.behaviour?.tables ?? {};
  const writable = Object.keys(tables).filter((table) => tables[table]?.schema !== undefined);
  const spec = writable.includes(name) ? tables[name] : undefined;
  const table = state.world.tables[name];
  if (spec === undefined || table === undefined) {
    return { status: 404, missing: unknown('table that can be written', name, writable) };
  }
  return { found: { ...state, spec, table } };
}

/** Says why a value is no row of a table under a key; `undefined` where it is one. */
export function findRowDefect(
  { api: { contract }, spec }: OpenedTable,
  key: string,
  row: Row,
): string | undefined {
  const place = { pointer: '/x-mock-row', schema: spec.schema ?? true };
  const document = { ...contract.document, 'x-mock-row': spec.schema };
  const validate = createSchemaValidator({ file: contract.file, document });
  const violations = validate(place, row, 'body');
  if (violations.length > 0) return violations.map(formatViolation).join('\n');
  const own = spec.key(row);
  return own === key ? undefined : `The row has the key "${own}", the path has "${key}".`;
}

function unknown(what: string, name: string, known: readonly string[]): string {
  return `No ${what} is called "${name}". Known: ${known.join(', ') || 'none'}.`;
}
