import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { problem } from './problem.ts';
import { findRowDefect, openState, openTable } from './state-access.ts';

/** Creates the handlers that read and change the state of an API in a sandbox. */
export function createStateHandlers({ sandboxes, listApis }: Controlled) {
  const open = ({ sandbox, api }: { sandbox: string; api: string }, scenario?: string) =>
    openState(listApis(), sandboxes.open(sandbox), api, scenario);

  return {
    getState: ({ path, query }) => {
      const state = open(path, query.scenario);
      if ('missing' in state) return problem(state.status, state.missing);
      const { tables } = state.found.world;
      return {
        status: 200,
        body: {
          tables: Object.fromEntries(
            Object.entries(tables).map(([name, table]) => [
              name,
              table.rows().map((row) => ({ ...row })),
            ]),
          ),
        },
      };
    },
    putRow: ({ path, body }) => {
      const state = open(path);
      if ('missing' in state) return problem(state.status, state.missing);
      const opened = openTable(state.found, path.table);
      if ('missing' in opened) return problem(opened.status, opened.missing);
      const { world, table } = opened.found;
      const defect = findRowDefect(opened.found, path.key, body);
      if (defect !== undefined) return problem(422, defect);
      world.transact(
        () => table.put(body),
        () => true,
      );
      return { status: 200, body };
    },
    deleteRow: ({ path }) => {
      const state = open(path);
      if ('missing' in state) return problem(state.status, state.missing);
      const opened = openTable(state.found, path.table);
      if ('missing' in opened) return problem(opened.status, opened.missing);
      const { world, table } = opened.found;
      const isDeleted = world.transact(
        () => table.delete(path.key),
        () => true,
      );
      return isDeleted ? { status: 204 } : problem(404, `No row has the key "${path.key}".`);
    },
  } satisfies ControlHandlers;
}
