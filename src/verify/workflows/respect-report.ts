import { z } from 'zod';
import { WorkflowsError } from './workflows-error.ts';

const STEP = z.object({
  type: z.literal('step'),
  stepId: z.string(),
  workflowId: z.string(),
  status: z.enum(['success', 'error', 'warn']).optional(),
  request: z
    .object({
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
      body: z.unknown().optional(),
    })
    .optional(),
  response: z.object({ statusCode: z.number(), body: z.unknown().optional() }).optional(),
  totalTimeMs: z.number().optional(),
  checks: z
    .array(
      z.object({
        name: z.string(),
        passed: z.boolean(),
        message: z.string().optional(),
        condition: z.string().optional(),
        severity: z.string(),
      }),
    )
    .default([]),
});

const WORKFLOW = z.object({
  type: z.literal('workflow'),
  workflowId: z.string(),
  get executedSteps() {
    return z.array(z.union([STEP, WORKFLOW]));
  },
});

const REPORT = z.object({
  files: z.record(z.string(), z.object({ executedWorkflows: z.array(WORKFLOW) })),
});

/** One step that Respect has run, of a workflow or of one that is a step itself. */
export type RespectStep = z.infer<typeof STEP>;

/** One check of a step. */
export type RespectCheck = RespectStep['checks'][number];

/** Reads the report that Respect writes for one file. Throws WorkflowsError where it is another one than expected. */
export function parseRespectReport(text: string, file: string): RespectStep[] {
  try {
    const { files } = REPORT.parse(JSON.parse(text));
    return Object.values(files).flatMap(({ executedWorkflows }) =>
      executedWorkflows.flatMap(listSteps),
    );
  } catch (error) {
    const told = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new WorkflowsError(
      `${file}: expected a report of Respect, found another form. Install the version of @redocly/cli that this package names.\n${told}`,
      { cause: error },
    );
  }
}

function listSteps({ executedSteps }: z.infer<typeof WORKFLOW>): RespectStep[] {
  return executedSteps.flatMap((item) => (item.type === 'step' ? [item] : listSteps(item)));
}
