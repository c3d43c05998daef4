import createClient from 'openapi-fetch';
import type { paths } from '../generated/mock-control/types.ts';
import { FidelityError } from './fidelity-error.ts';
import { readPointer } from './read-pointer.ts';
import type { ServerControl } from './server.ts';

/**
 * Controls the state and clock of one API, in the default sandbox of a mock.
 *
 * `control` is the URL of its control API, `keys` has the pointer to the key in the rows of each table.
 */
export function controlServer(
  control: string,
  api: string,
  keys: Readonly<Record<string, string>>,
): ServerControl {
  const client = createClient<paths>({ baseUrl: control });
  const path = { sandbox: 'default', api };

  return {
    getRow: async (table, key) => {
      const answer = await client.GET('/sandboxes/{sandbox}/state/{api}', { params: { path } });
      return check(answer)?.tables[table]?.find(
        (row) => readPointer(row, keys[table] ?? '/id') === key,
      );
    },
    putRow: async (table, key, row) => {
      const params = { path: { ...path, table, key } };
      check(
        await client.PUT('/sandboxes/{sandbox}/state/{api}/{table}/{key}', { params, body: row }),
      );
    },
    deleteRow: async (table, key) => {
      const params = { path: { ...path, table, key } };
      check(await client.DELETE('/sandboxes/{sandbox}/state/{api}/{table}/{key}', { params }));
    },
    setClock: async (instant) => {
      const now = new Date(instant).toISOString();
      check(await client.PUT('/sandboxes/{sandbox}/clock', { params: { path }, body: { now } }));
    },
  };
}

/** Result of a call; throws FidelityError for a failure. */
function check<Data>({
  data,
  error,
  response,
}: {
  data?: Data;
  error?: unknown;
  response: Response;
}): Data | undefined {
  if (response.ok) return data;
  const said = typeof error === 'object' && error !== null && 'detail' in error ? error.detail : '';
  throw new FidelityError(`${response.url}: ${response.status} ${said}`);
}
