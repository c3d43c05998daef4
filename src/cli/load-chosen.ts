import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { openProject } from './open-project.ts';

/** API of the project, or of a file, with its contract. */
export interface ChosenApi {
  readonly name: string;
  readonly contract: Contract;
}

/** Loads the contract of one API. What cannot be used of it is said, and left out. */
export async function loadChosen(
  target: string,
  allowRemote: boolean | undefined,
  environment: CliEnvironment,
): Promise<ChosenApi> {
  const { apis } = await chooseApis([target], () => openProject(environment));
  const [{ name, contract: file } = { name: target, contract: target }] = apis;
  const contract = await loadContract(file, { allowRemote, onFlaws: environment.say });
  return { name, contract };
}
