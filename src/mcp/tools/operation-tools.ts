import { z } from 'zod';
import { findServed, listServed } from '../find-api.ts';
import { readOperation } from '../read-operation.ts';
import { takeFitting } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { MAX_ANSWER } from '../tool-result.ts';

const READS = { readOnlyHint: true, openWorldHint: false } as const;

const PROVENANCE = z
  .object({ level: z.string(), note: z.string().nullable(), url: z.string().nullable() })
  .nullable();

const TYPED = z.object({ mediaType: z.string(), schema: z.unknown() });

/** Tools: the operations of the contracts. */
export const operationTools = [
  defineTool({
    name: 'list_operations',
    title: 'List operations',
    description:
      'Lists operations of one API or of all, those whose id, path or summary has a text, page by page.',
    input: z.strictObject({
      api: z.exactOptional(z.string()).describe('Name of the API; all of them if absent.'),
      text: z.exactOptional(z.string()).describe('Words to look for, such as "revoke share".'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      operations: z.array(
        z.object({
          api: z.string(),
          id: z.string(),
          method: z.string(),
          path: z.string(),
          summary: z.string(),
          provenance: z.string().nullable().describe('Where it is known from.'),
        }),
      ),
      total: z.number().describe('Operations that match.'),
      nextOffset: z
        .number()
        .nullable()
        .describe('`offset` of the next page; null on the last one.'),
    }),
    annotations: READS,
    run: async ({ api, text = '', offset, limit }, { host }) => {
      const names = api === undefined ? await listServed(host) : [await findServed(host, api)];
      const lists = await Promise.all(
        names.map(async ({ name }) => {
          const { operations } = await host.control.listApiOperations({ path: { api: name } });
          return operations.map((operation) => ({ ...operation, api: name }));
        }),
      );
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      const found = lists.flat().filter(({ id, method, path, summary }) => {
        const searched = `${id} ${method} ${path} ${summary}`.toLowerCase();
        return words.every((word) => searched.includes(word));
      });
      const { items } = takeFitting(found.slice(offset, offset + limit), MAX_ANSWER - 1000);
      const next = offset + items.length;
      return {
        operations: items,
        total: found.length,
        nextOffset: next < found.length && items.length > 0 ? next : null,
      };
    },
  }),
  defineTool({
    name: 'get_operation',
    title: 'Get operation',
    description:
      'Gives all that is known of an operation: parameters, schemas without references, answers with examples, samples as curl and as call of the typed client, and its provenance.',
    input: z.strictObject({ api: z.string(), operation: z.string().describe('operationId') }),
    output: z.object({
      api: z.string(),
      id: z.string(),
      method: z.string(),
      path: z.string(),
      summary: z.string(),
      description: z.string(),
      provenance: PROVENANCE,
      samples: z.array(
        z.object({
          example: z.string().nullable(),
          method: z.string(),
          target: z.string(),
          headers: z.record(z.string(), z.string()),
          body: z.string().nullable(),
          curl: z.string(),
          call: z.string().nullable(),
        }),
      ),
      answers: z.array(
        z.object({
          status: z.string(),
          description: z.string(),
          examples: z.array(
            z.object({
              name: z.string(),
              mediaType: z.string(),
              value: z.unknown(),
            }),
          ),
        }),
      ),
      schemas: z
        .object({
          parameters: z.array(
            z.object({
              name: z.string(),
              in: z.string(),
              required: z.boolean(),
              description: z.string(),
              schema: z.unknown(),
            }),
          ),
          body: z.object({ required: z.boolean(), content: z.array(TYPED) }).nullable(),
          answers: z.array(z.object({ status: z.string(), content: z.array(TYPED) })),
          security: z.array(z.array(z.string())).describe('Alternatives; an empty one needs none.'),
        })
        .nullable(),
      notes: z.array(z.string()).describe('What is left out.'),
    }),
    annotations: READS,
    run: ({ api, operation }, { host }) => readOperation(host, api, operation),
  }),
];
