import { McpServer } from '@modelcontextprotocol/server';
import packageFile from '#package.json' with { type: 'json' };
import type { AgentHost } from './agent-host.ts';
import { offerPrompts } from './prompts.ts';
import { offerResources } from './resources.ts';
import { TOOLS } from './tools/list-tools.ts';

const INSTRUCTIONS = `A mock of HTTP APIs, made from their OpenAPI contracts. Nothing here reaches the real APIs but verify_url, which asks the server that you name.
Begin with list_apis, then list_operations and get_operation. send_request tries a request; read_journal shows what an application sent, and how it broke the contract.
State, time, scenario and faults are those of a sandbox. "default" is the one of an application that names none: use another, such as "agent", where its data must stay as it is.
Facts of a contract have a provenance: "documented" and "source" are known, "inferred" and "assumed" are guesses.`;

/** Creates a server of the Model Context Protocol, with all that a host can do. */
export function createAgentServer(host: AgentHost): McpServer {
  const { version } = packageFile;
  const server = new McpServer(
    { name: 'share-contracts', title: 'Share contracts', version },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) tool.offer(server, host);
  offerResources(server, host);
  offerPrompts(server, host);
  return server;
}
