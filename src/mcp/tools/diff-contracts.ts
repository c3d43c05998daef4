import { z } from 'zod';
import { formatPlace, type SourcePlace } from '../../contract/model/place.ts';
import { countRatings } from '../../diff/api-diff.ts';
import { describeChange } from '../../diff/report/describe-change.ts';
import { takeFitting } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { MAX_ANSWER } from '../tool-result.ts';

/** Operations that are named of each change. */
const MAX_NAMED = 20;

/** Tool: what changed between two versions of a contract. */
export const diffContracts = defineTool({
  name: 'diff_contracts',
  title: 'Compare contracts',
  description:
    'Compares a contract with its version before, and says of each change whom it breaks: two files, or a git ref such as "main" with a file or with APIs of the project.',
  input: z.strictObject({
    base: z.string().min(1).describe('Version before: a git ref, or a file of the project.'),
    file: z.exactOptional(z.string()).describe('Version after; without it, APIs of the project.'),
    apis: z.array(z.string()).default([]).describe('Names of APIs; all of them if empty.'),
    only: z
      .array(z.enum(['breaking', 'risky', 'safe']))
      .default(['breaking', 'risky', 'safe'])
      .describe('What the changes mean for consumers.'),
  }),
  output: z.object({
    summary: z.object({ breaking: z.number(), risky: z.number(), safe: z.number() }),
    changes: z.array(
      z.object({
        api: z.string(),
        consumer: z.string().describe('What it means for who calls the API.'),
        provider: z.string().describe('What it means for who serves it.'),
        rule: z.string(),
        change: z.string(),
        operations: z.array(z.string()),
        location: z.string().nullable().describe('File and line.'),
      }),
    ),
    isCut: z.boolean().describe('Whether changes are left out; `summary` counts them.'),
  }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  isFor: ({ local }) => local !== undefined,
  run: async ({ base, file, apis, only }, { host: { local }, signal }) => {
    if (local === undefined) throw new ToolError('Over HTTP no file is read.');
    const diffs = await local.diff({ base, revision: file, apis, signal });
    const changes = diffs.flatMap(({ api, changes: all }) =>
      all
        .filter(({ consumer }) => only.includes(consumer))
        .map((change) => ({
          api,
          consumer: change.consumer,
          provider: change.provider,
          rule: change.rule,
          change: describeChange(change),
          operations: change.operations.slice(0, MAX_NAMED).map(({ id }) => id),
          location: locate(change.location ?? change.former),
        })),
    );
    const { items, isCut } = takeFitting(changes, MAX_ANSWER - 1000);
    return { summary: { ...countRatings(diffs) }, changes: items, isCut };
  },
});

function locate(place: SourcePlace | undefined): string | null {
  return place === undefined ? null : formatPlace(place);
}
