import type { Contract } from '../contract/model/contract.ts';
import { createClient } from '../generated/mock-control/client.ts';
import type { AgentHost, LocalHost, VerifyTask } from '../mcp/agent-host.ts';
import type { VerifyReport } from '../verify/model/report.ts';

/** Mock that agents work with, and who they are. */
export interface AgentMock {
  /** Origin of the mock, or what stands for it where it has no port. */
  readonly origin: string;
  readonly controlPath: string;
  readonly token: string | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly findContract: (api: string) => Promise<Contract | undefined>;
  /** Whether agents may have servers verified. */
  readonly mayVerify: boolean;
  readonly local?: LocalHost;
}

/** Longest answer of a server that is read, in bytes. */
const MAX_BYTES = 10_000_000;

/** Makes what the tools of agents work on. */
export function createAgentHost(mock: AgentMock): AgentHost {
  const { origin, controlPath, token, fetch, findContract, mayVerify, local } = mock;
  const control = createClient({
    baseUrl: `${origin}${controlPath}`,
    fetch,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });
  return {
    control,
    send: fetch,
    findContract,
    ...(mayVerify && { verify }),
    ...(local && { local }),
  };
}

async function verify({ api, contract, onProgress, ...task }: VerifyTask): Promise<VerifyReport> {
  const { verifyServer } = await import('../verify/verify-server.ts');
  return verifyServer(
    { api, contract, onProgress },
    {
      ...task,
      withAssumed: false,
      seed: 1,
      runs: 10,
      timeout: 10_000,
      maxBytes: MAX_BYTES,
      concurrency: 8,
    },
  );
}
