import { createMock } from '../../src/apis/mock.ts';
import { SHIPPED_REGISTRY } from '../../src/apis/root.ts';
import { createAgentHost } from '../../src/cli/agent-host.ts';
import type { AgentHost } from '../../src/mcp/agent-host.ts';

const mock = await createMock({ project: SHIPPED_REGISTRY });

/** Host of an agent with the mock of all own APIs, which tests share: each has sandboxes of its own. */
export const OWN_HOST: AgentHost = createAgentHost({
  origin: 'http://mock.test',
  controlPath: '/_mock',
  token: undefined,
  fetch: mock.fetch,
  findContract: async (api) => mock.listApis().find(({ name }) => name === api)?.contract,
  mayVerify: true,
});
