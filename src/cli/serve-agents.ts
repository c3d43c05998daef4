import { answerAgent } from '../mcp/serve-http.ts';
import type { MockApi, ServeAgents } from '../mock/create-mock.ts';
import { createAgentHost } from './agent-host.ts';

/** Mock that agents reach over HTTP. */
export interface ServedMock {
  readonly readApis: () => readonly MockApi[];
  readonly controlPath: string;
  readonly token: string | undefined;
}

/**
 * Serves agents that call over HTTP, with the contracts that the mock has loaded.
 *
 * They get no files. Only those of this machine may have servers verified, and only servers of this machine: a caller
 * from another one could otherwise reach what this one does.
 */
export function serveAgents({ readApis, controlPath, token }: ServedMock): ServeAgents {
  return (request, { fetch, isLocal }) => {
    const host = createAgentHost({
      origin: new URL(request.url).origin,
      controlPath,
      token,
      fetch,
      findContract: async (api) => readApis().find(({ name }) => name === api)?.contract,
      mayVerify: isLocal,
    });
    return answerAgent(host, request);
  };
}
