import { createMcpHandler } from '@modelcontextprotocol/server';
import type { AgentHost } from './agent-host.ts';
import { createAgentServer } from './create-server.ts';

/** Longest request in bytes: one sends no more than a request to the mock. */
const MAX_REQUEST = 4 * 1024 * 1024;

/**
 * Answers a request of an agent over streamable HTTP, https://modelcontextprotocol.io/specification/2026-07-28/basic/transports.
 *
 * Each request stands for itself: there are no sessions, and answers are whole, so that progress comes with the
 * result and nothing is cancelled; a call ends by its own limits.
 */
export async function answerAgent(host: AgentHost, request: Request): Promise<Response> {
  const handler = createMcpHandler(() => createAgentServer(host), {
    // An answer is read whole before it is sent on, and so needs nothing that keeps it alive.
    keepAliveMs: 0,
    // A subscription would stay open, and nothing here changes that it could tell of.
    maxSubscriptions: 0,
    maxRequestBodySize: MAX_REQUEST,
  });
  return handler.fetch(request);
}
