import { z } from 'zod';
import { describeUnknownName } from '../../text/nearest-name.ts';
import { takeFitting } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { MAX_ANSWER } from '../tool-result.ts';
import { SANDBOX } from './sandbox-view.ts';

/** Tool: the rows that an API has in a sandbox. */
export const getState = defineTool({
  name: 'get_state',
  title: 'Get state',
  description:
    'Shows the rows of the tables that an API has in a sandbox: what the mock remembers.',
  input: z.strictObject({
    sandbox: SANDBOX,
    api: z.string().describe('Name of an API that has tables.'),
    table: z.exactOptional(z.string()).describe('One table only.'),
    limit: z.int().min(1).max(500).default(20).describe('Most rows of each table.'),
  }),
  output: z.object({
    tables: z.array(
      z.object({
        name: z.string(),
        total: z.number().describe('Rows that there are.'),
        rows: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
    isCut: z.boolean().describe('Whether rows are left out: ask for one table, or for more.'),
  }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ sandbox, api, table, limit }, { host }) => {
    const all = new Map(
      Object.entries((await host.control.getState({ path: { sandbox, api } })).tables),
    );
    if (table !== undefined && !all.has(table)) {
      throw new ToolError(describeUnknownName('table', table, [...all.keys()]));
    }
    const chosen = [...all].filter(([name]) => name === (table ?? name));
    const bare = chosen.map(([name, { length: total }]) => ({ name, total, rows: [] }));
    let room = MAX_ANSWER - 1000 - JSON.stringify(bare).length;
    const tables = chosen.map(([name, rows]) => {
      // Of a table that was asked for at least one row is shown, if it can be.
      const { items, used } = takeFitting(rows.slice(0, limit), room, chosen.length === 1 ? 1 : 0);
      room -= used;
      return { name, total: rows.length, rows: items };
    });
    return { tables, isCut: tables.some(({ total, rows }) => rows.length < total) };
  },
});
