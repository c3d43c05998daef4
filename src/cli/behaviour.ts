import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { recogniseCollections } from '../contract/collections/recognise-collections.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { writeBehaviour } from '../mock/collections/write-behaviour.ts';
import type { ProjectApi } from '../project/project.ts';
import { SETTINGS_KEY } from '../project/registry.ts';
import { countNoun } from '../text/count-noun.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { requireProject } from './open-project.ts';
import { UsageError } from './usage-error.ts';

export interface BehaviourOptions {
  /** Name of an API, or a file. */
  readonly target: string;
  /** File to write, in place of the usual one. */
  readonly output?: string | undefined;
}

/** Module that a written behaviour imports. */
const AUTHORING = 'share-contracts/mock/authoring';

/** `behaviour`: writes the recognised handlers of an API as a TypeScript file to go on from. Returns the exit code. */
export async function runBehaviour(
  { target, output }: BehaviourOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { say } = environment;
  const { apis, root } = await chooseApis([target], () => requireProject(environment));
  const [api] = apis;
  if (api === undefined) throw new UsageError(`Expected an API, found "${target}".`);
  const file = output === undefined ? nameFile(api, root) : resolve(output);
  refuseExisting(file);
  const contract = await loadContract(api.contract, { onFlaws: say });
  const collections = recogniseCollections(contract);
  if (collections.length === 0) {
    throw new UsageError(
      `${target}: expected collections, such as paths /things and /things/{id}, found none. Write a behaviour by hand.`,
    );
  }
  const types = join(api.output, 'types.ts');
  const text = writeBehaviour(contract, collections, {
    authoring: AUTHORING,
    types: existsSync(types) ? importPath(file, types) : undefined,
  });
  await mkdir(dirname(file), { recursive: true });
  // Nobody may have made the file since it was looked for.
  await writeFile(file, text, { flag: 'wx' });
  const handlers = collections.reduce((sum, { operations }) => sum + operations.length, 0);
  const what = `${countNoun(handlers, 'handler')} of ${countNoun(collections.length, 'collection')}`;
  say(`${relative(process.cwd(), file) || file}: written, ${what}.`);
  if (!existsSync(types)) {
    say('There are no generated types, so it has none either. Run generate first to have them.');
  }
  say(adviseOnUse(api, root, file, target));
  return 0;
}

function nameFile({ name, behaviour }: ProjectApi, root: string): string {
  return behaviour ?? join(root, 'mocks', name, 'behaviour.ts');
}

function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw new UsageError(
    `${file}: expected no file, found one, which stays as it is. Move it away, or name another file with --output.`,
  );
}

/** Path of a module as another one imports it. */
function importPath(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

function adviseOnUse(api: ProjectApi, root: string, file: string, target: string): string {
  const path = relative(root, file).replaceAll('\\', '/');
  if (api.name !== target)
    return `Serve it with: share-contracts mock ${target} --behaviour ${path}`;
  if (api.behaviour !== undefined) return 'The registry names it already.';
  return [
    `Add it to redocly.yaml, below apis.${api.name}:`,
    `    ${SETTINGS_KEY}:`,
    `      behaviour: ${path}`,
  ].join('\n');
}
