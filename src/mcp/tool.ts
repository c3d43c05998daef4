import type { McpServer, ServerContext, ToolAnnotations } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { AgentHost } from './agent-host.ts';
import { describeFailure } from './describe-failure.ts';
import { parseInput } from './parse-input.ts';
import { toResult } from './tool-result.ts';
import { advertise } from './tool-schema.ts';

/** What a call of a tool has besides its input. */
export interface ToolCall {
  readonly host: AgentHost;
  /** Aborted when the agent cancels the call, or goes away. */
  readonly signal: AbortSignal;
  /** Tells how far the call is, where the agent has asked for that. */
  readonly report: (done: number, all: number, message: string) => void;
}

/** Tool of agents. */
export interface ToolSpec<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Strict, so that a misspelt parameter is refused. */
  readonly input: Input;
  readonly output: Output;
  readonly annotations: ToolAnnotations;
  /** Whether a host can do what the tool needs; it always can unless given. */
  readonly isFor?: (host: AgentHost) => boolean;
  readonly run: (input: z.output<Input>, call: ToolCall) => Promise<z.input<Output>>;
}

/** Tool that can be offered by a server. */
export interface Tool {
  readonly name: string;
  readonly offer: (server: McpServer, host: AgentHost) => void;
}

/** Makes a tool; what its handler throws is told to the agent as an error of the tool. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  spec: ToolSpec<Input, Output>,
): Tool {
  const { name, title, description, annotations, isFor = () => true } = spec;
  const config = {
    title,
    description,
    annotations: { title, ...annotations },
    inputSchema: advertise(spec.input),
    outputSchema: advertise(spec.output),
  };
  return {
    name,
    offer: (server, host) => {
      if (!isFor(host)) return;
      server.registerTool(name, config, async (given, context) => {
        try {
          const input = parseInput(spec.input, given);
          return toResult(spec.output, await spec.run(input, toCall(host, context)));
        } catch (error) {
          return {
            isError: true,
            content: [{ type: 'text', text: `${name}: ${describeFailure(error)}` }],
          };
        }
      });
    },
  };
}

function toCall(host: AgentHost, { mcpReq }: ServerContext): ToolCall {
  const { progressToken } = mcpReq._meta ?? {};
  return {
    host,
    signal: mcpReq.signal,
    report: (progress, total, message) => {
      if (progressToken === undefined) return;
      const params = { progressToken, progress, total, message };
      // Whoever went away needs no progress.
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
    },
  };
}
