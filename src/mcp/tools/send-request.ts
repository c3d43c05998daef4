import { z } from 'zod';
import { formatDescribed } from '../../contract/model/describe-violation.ts';
import { describeUnknownName } from '../../text/nearest-name.ts';
import type { AgentHost } from '../agent-host.ts';
import { findServed } from '../find-api.ts';
import { readAnswer } from '../read-answer.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { type GivenRequest, writeRequest } from '../write-request.ts';
import { SANDBOX } from './sandbox-view.ts';

const INPUT = z.strictObject({
  sandbox: SANDBOX,
  api: z.string().describe('Name of the API.'),
  operation: z
    .exactOptional(z.string())
    .describe('operationId: sends the sample of get_operation, in place of method and path.'),
  example: z.exactOptional(z.string()).describe('Name of the sample; the first one if absent.'),
  method: z.exactOptional(z.string()).describe('GET if absent.'),
  path: z
    .exactOptional(z.string().max(8000))
    .describe('Path and query below the base URL of the API, percent-encoded.'),
  headers: z.record(z.string(), z.string()).default({}).describe('Added to those of a sample.'),
  body: z
    .unknown()
    .optional()
    .describe("Sent as it is if it is text, as JSON otherwise; takes the place of a sample's."),
});

/** Tool: a request to the mock. */
export const sendRequest = defineTool({
  name: 'send_request',
  title: 'Send request',
  description:
    'Sends a request to the mock, never to the real API: the sample of an operation, or any method and path. Gives the answer, with each way in which the two break the contract.',
  input: INPUT,
  output: z.object({
    method: z.string(),
    url: z.string(),
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown().describe('JSON as a value, other text as text, null if there is none.'),
    bodyNote: z.string().nullable().describe('What is not shown of the body, and why.'),
    violations: z.array(z.string()).describe('In words; empty where the contract is kept.'),
  }),
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: false,
    openWorldHint: false,
  },
  run: async (input, { host, signal }) => {
    const api = await findServed(host, input.api);
    const request = writeRequest(api, input.sandbox, await chooseRequest(input, host), signal);
    const { violations, ...answer } = await readAnswer(await send(host, request));
    const { method, url } = request;
    return { method, url, ...answer, violations: violations.map(formatDescribed) };
  },
});

async function send({ send }: AgentHost, request: Request): Promise<Response> {
  try {
    return await send(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
    throw new ToolError(`${request.method} ${request.url}: no answer came (${reason}).`);
  }
}

/** Takes what is asked for from the sample of an operation, or as it is given. */
async function chooseRequest(
  input: z.output<typeof INPUT>,
  { control }: AgentHost,
): Promise<GivenRequest> {
  const { api, operation, example, method = 'GET', path, headers, body } = input;
  if (operation === undefined) {
    if (path !== undefined) return { method, target: path, headers, body };
    throw new ToolError('Expected an operation or a path, found neither.');
  }
  if (path !== undefined || input.method !== undefined) {
    throw new ToolError('Expected an operation or a method and path, found both.');
  }
  const { samples } = await control.getApiOperation({ path: { api, operation } });
  const sample = samples.find((one) => example === undefined || one.example === example);
  if (sample === undefined) {
    const known = samples.flatMap((one) => one.example ?? []);
    throw new ToolError(
      example === undefined
        ? `No sample can be made of ${operation}. Give a method and a path.`
        : describeUnknownName('sample', example, known),
    );
  }
  return {
    method: sample.method,
    target: sample.target,
    headers: mergeHeaders(sample.headers, headers),
    body: body ?? sample.body ?? undefined,
  };
}

function mergeHeaders(
  own: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const kept = Object.entries(own).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...given };
}
