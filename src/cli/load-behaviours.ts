import { resolve } from 'node:path';
import { importBehaviour } from '../apis/import-module.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { loadScenarioFile } from '../mock/scenarios/scenario-file.ts';
import { REGISTRY } from '../project/find-registry.ts';
import type { Spec } from './read-targets.ts';
import { UsageError } from './usage-error.ts';

type Extras = Pick<MockApi, 'behaviour' | 'scenarios'>;

/** Loads what is known of the specs of a command line beside their contracts, by the names of the specs. */
export async function loadBehaviours(
  specs: readonly Spec[],
  behaviours: readonly string[],
  scenarios: readonly string[],
): Promise<ReadonlyMap<string, Extras>> {
  const extras = new Map<string, Extras>();
  for (const [name, file] of readFiles('--behaviour', behaviours, specs)) {
    extras.set(name, { behaviour: await importBehaviour(file) });
  }
  for (const [name, file] of readFiles('--scenarios', scenarios, specs)) {
    extras.set(name, { ...extras.get(name), scenarios: await loadScenarioFile(resolve(file)) });
  }
  return extras;
}

/** Files by the names of the specs that they are for; a plain path is for the only spec. */
function readFiles(
  option: string,
  values: readonly string[],
  specs: readonly Spec[],
): [name: string, file: string][] {
  return values.map((value) => {
    const named = specs.find(({ name }) => value.startsWith(`${name}=`));
    if (named !== undefined) {
      const file = value.slice(named.name.length + 1);
      if (file.trim() !== '') return [named.name, file];
      throw new UsageError(
        `${option} ${value}: expected the path of a file after "=", found nothing.`,
      );
    }
    const [only, ...others] = specs;
    if (only !== undefined && others.length === 0) return [only.name, value];
    throw new UsageError(
      specs.length === 0
        ? `${option} is for files: what belongs to an API of a project stands in its ${REGISTRY}.`
        : `${option} ${value} is for none of the files. Name one of them, as in ${specs[0]?.name}=${value}.`,
    );
  });
}
