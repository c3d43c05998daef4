import { completable, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { AgentHost } from './agent-host.ts';
import { listServed } from './find-api.ts';

/** Offers texts that a person chooses to begin a task with. */
export function offerPrompts(server: McpServer, host: AgentHost): void {
  const api = completable(z.string().describe('Name of the API'), async (begun) =>
    (await listServed(host)).map(({ name }) => name).filter((name) => name.startsWith(begun)),
  );
  server.registerPrompt(
    'find_contract_breaks',
    {
      title: 'Find what breaks the contract',
      description: 'Looks in the journal for requests that break the contract, and mends the code.',
      argsSchema: z.object({
        sandbox: z.string().optional().describe('Sandbox; "default" if empty'),
      }),
    },
    ({ sandbox }) =>
      ask(
        `Read the journal of the sandbox "${sandbox || 'default'}" with read_journal. For each entry with violations, get_operation of its API and operation, find the code here that sends the request, and say what is wrong. Mend the code, send the corrected request with send_request in a sandbox of its own, and show that no violation is left.`,
      ),
  );
  server.registerPrompt(
    'try_failures',
    {
      title: 'Try what can go wrong',
      description: 'Goes through the failures of an operation, and how an application meets them.',
      argsSchema: z.object({ api, operation: z.string().describe('operationId') }),
    },
    (given) =>
      ask(
        `Use get_operation for "${given.operation}" of the API "${given.api}". In a sandbox "agent", bring about each failure that it documents, by a wrong request, set_scenario, advance_clock or set_faults, and show the answer with send_request. Then look how the code here treats each of them, and name those that it does not.`,
      ),
  );
}

function ask(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] };
}
