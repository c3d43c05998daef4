import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { AgentHost } from './agent-host.ts';
import { createAgentServer } from './create-server.ts';

/** Streams of an agent that has started this process. */
export interface AgentStreams {
  readonly stdin: Readable;
  /** Carries the protocol alone. */
  readonly stdout: Writable;
  readonly onError: (error: Error) => void;
}

/** Connection with an agent. */
export interface AgentConnection extends AsyncDisposable {
  /** Resolves when the agent has gone away. */
  readonly ended: Promise<void>;
}

/** Serves an agent over the standard streams, https://modelcontextprotocol.io/specification/2026-07-28/basic/transports. */
export function serveAgent(
  host: AgentHost,
  { stdin, stdout, onError }: AgentStreams,
): AgentConnection {
  const ended = finished(stdin, { writable: false }).catch(() => {});
  const transport = new StdioServerTransport(stdin, stdout);
  const { close } = serveStdio(() => createAgentServer(host), { transport, onerror: onError });
  return { ended, [Symbol.asyncDispose]: close };
}
