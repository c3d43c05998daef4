import { loadProjectApi } from '../apis/load-project.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import type { ProjectApi } from '../project/project.ts';
import { loadSchemas } from '../prove/enforcers/load-schemas.ts';
import { formatPercent, formatProofs, lowestScore } from '../prove/format-proof.ts';
import type { Proof } from '../prove/proof.ts';
import { proveContract } from '../prove/prove-contract.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { requireProject } from './open-project.ts';

export interface ProveCommandOptions {
  /** Names of APIs, or files; none for all APIs of the project. */
  readonly targets: readonly string[];
  /** Lowest score that is enough, in percent. */
  readonly min: number;
  readonly json?: boolean;
  readonly allowRemote?: boolean;
}

/** `prove`: sends all that contracts forbid to all that has to refuse it. Returns 1 where something is let through. */
export async function runProve(
  { targets, min, json = false, allowRemote = false }: ProveCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout, say } = environment;
  const { apis } = await chooseApis(targets, () => requireProject(environment));
  const proofs: Proof[] = [];
  // One after the other, so that at most one contract of megabytes is proved at a time.
  for (const api of apis) proofs.push(await proveApi(api, allowRemote, say));
  stdout.write(json ? `${JSON.stringify(proofs, null, 2)}\n` : formatProofs(proofs));
  const lowest = lowestScore(proofs);
  const isEnough = lowest >= min;
  say(`Lowest score: ${formatPercent(lowest)}${isEnough ? '' : `, expected ${min} %`}.`);
  return isEnough ? 0 : 1;
}

async function proveApi(
  api: ProjectApi,
  allowRemote: boolean,
  say: CliEnvironment['say'],
): Promise<Proof> {
  const onFlaws = api.isStrict ? undefined : say;
  const loaded = await loadProjectApi(api, (file) => loadContract(file, { allowRemote, onFlaws }));
  const schemas = await loadSchemas(loaded.contract, api.output);
  if (!schemas.isOfProject)
    say(`${api.name}: no generated schemas in ${api.output}, so they are made for this proof.`);
  return proveContract(loaded, schemas);
}
