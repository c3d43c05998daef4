import { z } from 'zod';
import { listServed } from '../find-api.ts';
import { takeFitting } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { MAX_ANSWER } from '../tool-result.ts';

/** Tool: the APIs of the mock. */
export const listApis = defineTool({
  name: 'list_apis',
  title: 'List APIs',
  description:
    'Lists the APIs that the mock serves, with their URLs, scenarios and tables. Begin here: other tools take their names.',
  input: z.strictObject({}),
  output: z.object({
    apis: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        url: z.string().describe('Base URL, for send_request and for applications.'),
        scenarios: z.array(z.object({ name: z.string(), summary: z.string() })),
        tables: z.array(z.string()).describe('For get_state; empty where the API has no state.'),
        collections: z.array(z.string()).describe('Paths of collections that are recognised.'),
      }),
    ),
    isCut: z.boolean(),
  }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async (_input, { host }) => {
    const apis = (await listServed(host)).map(
      ({ name, title, url, scenarios, tables, collections = [] }) => ({
        name,
        title,
        url,
        scenarios,
        tables: tables.map((table) => table.name),
        collections: collections.map(({ path }) => path),
      }),
    );
    const { items, isCut } = takeFitting(apis, MAX_ANSWER - 1000);
    return { apis: items, isCut };
  },
});
