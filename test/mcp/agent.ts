import { join } from 'node:path';
import {
  Client,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { ROOT } from '../../src/apis/root.ts';
import type { AgentHost } from '../../src/mcp/agent-host.ts';
import { createAgentServer } from '../../src/mcp/create-server.ts';

/** What a tool answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly data: any;
}

/** Agent that is connected with a server. */
export interface Agent extends AsyncDisposable {
  readonly client: Client;
  readonly call: (
    tool: string,
    input?: Record<string, unknown>,
    options?: Parameters<Client['callTool']>[1],
  ) => Promise<ToolAnswer>;
}

/** Newest revision of the protocol, and the one that most agents speak. */
export const REVISIONS = ['2026-07-28', '2025-11-25'] as const;
export type Revision = (typeof REVISIONS)[number];

/** Connects with a server of the same process. */
export async function agentOfHost(host: AgentHost): Promise<Agent> {
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  await createAgentServer(host).connect(theirs);
  return connect(mine);
}

/** Connects over HTTP, by headers such as `Authorization`. */
export function agentOverHttp(
  url: string,
  { headers = {}, revision }: { headers?: Record<string, string>; revision?: Revision } = {},
): Promise<Agent> {
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  return connect(transport, revision);
}

/** Starts the program in a folder, and connects with its standard streams. */
export function agentOfProgram(
  args: readonly string[] = [],
  { cwd = ROOT, revision }: { cwd?: string; revision?: Revision } = {},
): Promise<Agent> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(ROOT, 'src/cli/start.js'), 'mcp', ...args],
    cwd,
    stderr: 'pipe',
  });
  return connect(transport, revision);
}

async function connect(transport: Transport, revision?: Revision): Promise<Agent> {
  const isNewest = revision === REVISIONS[0];
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    isNewest ? { versionNegotiation: { mode: { pin: revision } } } : {},
  );
  await client.connect(transport);
  return {
    client,
    call: async (name, input = {}, options) => {
      const result = await client.callTool({ name, arguments: input }, options);
      const [content] = result.content;
      const text = content?.type === 'text' ? content.text : '';
      return { isError: result.isError === true, text, data: result.structuredContent };
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
