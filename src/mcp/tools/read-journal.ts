import { z } from 'zod';
import type { components } from '../../generated/mock-control/types.ts';
import { isNoise } from '../read-answer.ts';
import { cutText, takeFitting } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { MAX_ANSWER } from '../tool-result.ts';
import { SANDBOX } from './sandbox-view.ts';

type Message = components['schemas']['Message'];
type Violation = components['schemas']['Violation'];

/** Longest body, in characters. */
const MAX_BODY = 4000;

const MESSAGE = z.object({ headers: z.array(z.string()), body: z.string().nullable() }).nullable();

/** Tool: what the mock was asked and what it answered. */
export const readJournal = defineTool({
  name: 'read_journal',
  title: 'Read journal',
  description:
    'Reads the requests that a sandbox has had, with their answers and each way in which they break the contract, in words. Use it to see what an application really sent.',
  input: z.strictObject({
    sandbox: SANDBOX,
    after: z
      .exactOptional(z.int().min(0))
      .describe('Only entries after this id, oldest first; the newest ones otherwise.'),
    api: z.exactOptional(z.string()),
    operation: z.exactOptional(z.string()),
    method: z.exactOptional(z.string()).describe('In upper case.'),
    status: z.exactOptional(z.int().min(100).max(599)),
    limit: z.int().min(1).max(200).default(20),
    messages: z.boolean().default(false).describe('Whether headers and bodies are shown.'),
  }),
  output: z.object({
    entries: z.array(
      z.object({
        id: z.number(),
        kind: z.string().describe('"request", or "webhook" for one that the mock sent.'),
        at: z.string().describe('Real time.'),
        api: z.string().nullable(),
        operation: z.string().nullable(),
        method: z.string(),
        url: z.string(),
        status: z.number().nullable(),
        milliseconds: z.number(),
        violations: z.array(z.string()),
        request: z.exactOptional(MESSAGE),
        response: z.exactOptional(MESSAGE),
      }),
    ),
    total: z.number().describe('Entries that match, those that are not shown included.'),
    isCut: z.boolean().describe('Whether the answer had no room for all that were asked for.'),
  }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ sandbox, messages, ...query }, { host }) => {
    const found = await host.control.listJournal({ path: { sandbox }, query });
    const shown = found.entries.map(({ request, response, violations, ...entry }) => ({
      ...entry,
      violations: violations.map(describeViolation),
      ...(messages && { request: viewMessage(request), response: viewMessage(response) }),
    }));
    // Of the newest ones the oldest are left out first.
    const isNewest = query.after === undefined;
    const { items, isCut } = takeFitting(isNewest ? shown.toReversed() : shown, MAX_ANSWER - 1000);
    return { entries: isNewest ? items.toReversed() : items, total: found.total, isCut };
  },
});

function viewMessage(message: Message | null) {
  if (message === null) return null;
  const { headers, body, size, isCut } = message;
  return {
    headers: headers
      .filter(({ name }) => !isNoise(name))
      .map(({ name, value }) => cutText(`${name}: ${value}`, 500)),
    body:
      isCut && body !== null
        ? `${cutText(body, MAX_BODY)}… (${size} bytes)`
        : body && cutText(body, MAX_BODY),
  };
}

/** Puts a violation into words; the journal keeps of a value its type alone. */
function describeViolation({ in: part, pointer, expected, found = 'nothing' }: Violation): string {
  const place = pointer === '' ? part : `${part} at ${pointer}`;
  return `${place}: expected ${expected}, got ${found}`;
}
