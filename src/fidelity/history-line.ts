import { z } from 'zod';

/** Request with its answer, as a line of a history. */
export const ExchangeLine = z.object({
  /** Position in the history; the number of the line, unless given. */
  n: z.number().int().optional(),
  name: z.string().default(''),
  operationId: z.string().nullish(),
  as: z.string().nullish(),
  authorization: z.string().nullish(),
  method: z.string(),
  path: z.string(),
  query: z.string().nullish(),
  headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  contentType: z.string().nullish(),
  body: z.unknown().optional(),
  sentTarget: z.string().optional(),
  save: z.record(z.string(), z.string()).default({}),
  at: z.string().optional(),
  answer: z
    .object({
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.unknown().optional(),
    })
    .nullish(),
});

/** Change of state, as a line of a history. */
export const ChangeLine = z.object({
  n: z.number().int().optional(),
  /** Position in the history; the number of the line, unless given. */
  name: z.string().default(''),
  state: z.object({
    table: z.string(),
    key: z.string(),
    set: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Line of a history: a request with its answer, or a change of state. */
export const Line = z.union([ChangeLine, ExchangeLine]);

export type ExchangeLine = z.infer<typeof ExchangeLine>;
export type Line = z.infer<typeof Line>;
