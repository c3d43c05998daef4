import { z } from 'zod';
import type { Contract } from '../../contract/model/contract.ts';
import { describeUnknownName } from '../../text/nearest-name.ts';
import { ConnectionError } from '../../verify/send/connection-error.ts';
import type { AgentHost, VerifyTask } from '../agent-host.ts';
import { requireContract } from '../find-api.ts';
import { isLoopback } from '../is-loopback.ts';
import { cutText } from '../take-fitting.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';
import { nameParameters, REPORT, viewReport } from './report-view.ts';

const INPUT = z.strictObject({
  url: z.string().describe('Base URL of the server, such as http://127.0.0.1:8080/v1.'),
  api: z
    .exactOptional(z.string())
    .describe('API of the mock whose contract the server is to keep.'),
  file: z
    .exactOptional(z.string())
    .describe('File of the contract, in place of `api`; not for agents that call over HTTP.'),
  write: z
    .boolean()
    .default(false)
    .describe('Whether requests that change data are sent; not for agents that call over HTTP.'),
  headers: z.record(z.string(), z.string()).default({}).describe('Sent with each request.'),
  credentials: z
    .record(z.string(), z.string())
    .default({})
    .describe('Secrets by the names of security schemes.'),
  values: z
    .record(z.string(), z.string())
    .default({})
    .describe('Values of path parameters by name, such as ids of what exists.'),
  maxRequests: z.int().min(1).max(5000).default(500),
  maxSeconds: z.int().min(1).max(300).default(45),
});

/** Tool: whether a server keeps a contract. */
export const verifyUrl = defineTool({
  name: 'verify_url',
  title: 'Verify a server',
  description:
    'Asks a running server whether it keeps a contract, by requests that the contract allows and forbids. Sends nothing but GET unless `write` is true; what it creates then is removed at the end.',
  input: INPUT,
  output: REPORT,
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: false,
    openWorldHint: true,
  },
  isFor: ({ verify }) => verify !== undefined,
  run: async (input, { host, signal, report }) => {
    const { verify, local } = host;
    if (verify === undefined) throw new ToolError('Only this machine may have servers verified.');
    const url = readUrl(input.url);
    if (local === undefined) refuseBeyondReach(input, url);
    const contract = await findContract(input, host);
    refuseUnknownSchemes(contract, Object.keys(input.credentials));
    const result = await runNamed(verify, {
      api: input.api ?? input.file ?? '',
      contract,
      url: url.origin + url.pathname.replace(/\/$/, ''),
      isWriting: input.write,
      headers: input.headers,
      credentials: input.credentials,
      values: input.values,
      maxRequests: input.maxRequests,
      maxTime: input.maxSeconds * 1000,
      signal,
      onProgress: ({ done, all, requests, findings }) =>
        report(done, all, `${requests} requests, ${findings} findings`),
    });
    return viewReport(result);
  },
});

type Input = z.output<typeof INPUT>;

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new ToolError(
      `url: expected one such as http://127.0.0.1:8080/v1, found ${JSON.stringify(cutText(text, 200))}.`,
    );
  }
  if (url.username === '' && url.password === '') return url;
  throw new ToolError(
    'url: expected no credentials in it. Give them by `headers` or `credentials`.',
  );
}

/**
 * Over HTTP an agent gets no more than a program on this machine has already: whoever makes an agent call with another URL, by a
 * page that it reads, would reach what is behind this machine, and change it.
 */
function refuseBeyondReach({ file, write }: Input, url: URL): void {
  const instead = 'Run "share-contracts mcp" at your side for that.';
  if (file !== undefined) throw new ToolError(`file: over HTTP no file is read. ${instead}`);
  if (write) throw new ToolError(`write: over HTTP nothing but GET is sent. ${instead}`);
  if (isLoopback(url)) return;
  throw new ToolError(
    `url: over HTTP only servers on this machine are asked, by localhost or a loopback address, found ${url.host}. ${instead}`,
  );
}

async function findContract({ api, file }: Input, host: AgentHost): Promise<Contract> {
  if (api !== undefined && file !== undefined) {
    throw new ToolError('Expected `api` or `file`, found both.');
  }
  if (api !== undefined) return requireContract(host, api);
  if (file !== undefined && host.local !== undefined) return host.local.loadFile(file);
  throw new ToolError('Expected the contract, by `api` or `file`, found neither.');
}

function refuseUnknownSchemes({ operations }: Contract, names: readonly string[]): void {
  const schemes = operations.flatMap(({ security }) => security.flat()).map(({ name }) => name);
  const known = [...new Set(schemes)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ToolError(`credentials: ${describeUnknownName('security scheme', unknown, known)}`);
}

/** Runs it; a server that cannot be reached is said by the names of the parameters. */
async function runNamed(verify: NonNullable<AgentHost['verify']>, task: VerifyTask) {
  try {
    return await verify(task);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new ToolError(nameParameters(error.message), { cause: error });
  }
}
