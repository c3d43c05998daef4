import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MockApi } from '../mock/create-mock.ts';
import { loadScenarioFile } from '../mock/scenarios/scenario-file.ts';
import { CLOCK_LIMITS, isClockInstant } from '../mock/state/clock.ts';
import type { Spec } from './read-specs.ts';
import { UsageError } from './usage-error.ts';

type Behaviour = NonNullable<MockApi['behaviour']>;
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
        ? `${option} is for files: the own APIs have theirs.`
        : `${option} ${value} is for none of the files. Name one of them, as in ${specs[0]?.name}=${value}.`,
    );
  });
}

async function importBehaviour(file: string): Promise<Behaviour> {
  const loaded: unknown = await importModule(file);
  const behaviour = memberOf(loaded, 'behaviour') ?? memberOf(loaded, 'default');
  if (isBehaviour(behaviour)) {
    if (isClockInstant(Date.parse(behaviour.epoch))) return behaviour;
    throw new UsageError(`${file}: expected an epoch ${CLOCK_LIMITS}, found "${behaviour.epoch}".`);
  }
  throw new UsageError(
    `${file}: expected a module that exports "behaviour" as defineBehaviour makes it, found ${describe(loaded)}.`,
  );
}

async function importModule(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${file}: the module cannot be loaded: ${reason}`, { cause });
  }
}

function isBehaviour(value: unknown): value is Behaviour {
  const isObject = (member: unknown) => typeof member === 'object' && member !== null;
  return (
    isObject(value) &&
    !Number.isNaN(Date.parse(String(memberOf(value, 'epoch')))) &&
    isObject(memberOf(value, 'tables')) &&
    isObject(memberOf(value, 'handlers')) &&
    typeof memberOf(memberOf(value, 'seeds'), 'default') === 'function'
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function describe(loaded: unknown): string {
  const names = Object.keys(Object(loaded));
  return names.length === 0 ? 'no exports' : `the exports ${names.join(', ')}`;
}
