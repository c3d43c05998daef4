import type { Contract } from '../contract/model/contract.ts';
import type { components } from '../generated/mock-control/types.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import type { AgentHost } from './agent-host.ts';
import { ToolError } from './tool-error.ts';

/** API as the control API describes it. */
export type ServedApi = components['schemas']['Api'];

/** Lists the APIs of the mock. */
export async function listServed({ control }: AgentHost): Promise<readonly ServedApi[]> {
  return (await control.getHealth()).apis;
}

/** Finds an API of the mock; throws ToolError with the known names where there is none. */
export async function findServed(host: AgentHost, name: string): Promise<ServedApi> {
  const apis = await listServed(host);
  const found = apis.find((api) => api.name === name);
  if (found !== undefined) return found;
  const known = apis.map((api) => api.name);
  throw new ToolError(describeUnknownName('API', name, known));
}

/** Finds the contract of an API of the mock; throws ToolError where it is not at hand. */
export async function requireContract(host: AgentHost, name: string): Promise<Contract> {
  await findServed(host, name);
  const contract = await host.findContract(name);
  if (contract !== undefined) return contract;
  throw new ToolError(
    `The mock serves ${JSON.stringify(name)}, but its contract is not at hand: no API of the project here has that name. Start this server in the folder of the mock's project.`,
  );
}
