import type { StateStore, WorldAddress } from './state-store.ts';
import type { StatefulApi } from './stateful-api.ts';
import { StoredRowError } from './stored-row-error.ts';
import type { TableRow } from './world.ts';

/** Row that does not fit its table, and what is wrong with it. */
interface Misfit {
  readonly row: TableRow;
  readonly defect: string;
}

/**
 * Checks the stored rows of APIs, which may be written by hand or by another version.
 *
 * Throws StoredRowError for rows that do not fit their tables; where the store takes losses, they are
 * deleted. Worlds of other APIs, and tables that these do not have, are left alone.
 */
export function checkStoredRows(store: StateStore, apis: readonly StatefulApi[]): void {
  for (const { name } of store.list()) {
    for (const world of store.listWorlds(name)) {
      const api = apis.find((candidate) => candidate.name === world.api);
      if (api !== undefined) checkWorld(store, world, api);
    }
  }
}

function checkWorld(store: StateStore, world: WorldAddress, api: StatefulApi): void {
  const misfits: Misfit[] = [];
  for (const row of store.scan(world)) misfits.push(...findMisfit(row, api));
  if (misfits.length === 0) return;
  const lines = misfits.map((misfit) => describe(misfit, world));
  if (store.onLoss === undefined) throw new StoredRowError(store.name, lines);
  for (const line of lines) store.onLoss(`${store.name}: a row is lost, ${line}.`);
  const { sandbox, api: apiName, seed } = world;
  const drawn = store.read(world, 0)?.drawn ?? 0;
  const version = store.list().find(({ name }) => name === sandbox)?.version ?? 0;
  const deleted = misfits.map(({ row }) => ({ ...row, entry: undefined }));
  store.append({
    sandbox,
    expected: version,
    at: store.readSeenAt() ?? 0,
    changes: [{ kind: 'world', api: apiName, seed, delta: { drawn, rows: deleted } }],
  });
}

function findMisfit(row: TableRow, { tables, findRowDefect }: StatefulApi): Misfit[] {
  if (row.entry === undefined || !Object.hasOwn(tables, row.table)) return [];
  const defect = findRowDefect(row.table, row.key, row.entry.row);
  return defect === undefined ? [] : [{ row, defect }];
}

function describe({ row, defect }: Misfit, { sandbox, api, seed }: WorldAddress): string {
  const key = JSON.stringify(row.key);
  return `API "${api}", sandbox "${sandbox}", seed "${seed}", table "${row.table}", key ${key}, ${defect}`;
}
