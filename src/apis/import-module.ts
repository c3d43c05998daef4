import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memberOf } from '../contract/model/member-of.ts';
import type { Behaviour } from '../mock/authoring/behaviour.ts';
import type { Provider } from '../mock/authoring/provider.ts';
import { CLOCK_LIMITS, isClockInstant } from '../mock/state/clock.ts';
import { ProjectError } from '../project/project-error.ts';

/** Imports the behaviour of an API; throws ProjectError for a module that has none. */
export async function importBehaviour(file: string): Promise<Behaviour> {
  const loaded = await importModule(file);
  const behaviour = memberOf(loaded, 'behaviour') ?? memberOf(loaded, 'default');
  if (isBehaviour(behaviour)) {
    if (isClockInstant(Date.parse(behaviour.epoch))) return behaviour;
    throw new ProjectError(
      `${file}: expected an epoch ${CLOCK_LIMITS}, found "${behaviour.epoch}".`,
    );
  }
  throw new ProjectError(
    `${file}: expected a module that exports "behaviour" as defineBehaviour makes it, found ${describe(loaded)}.`,
  );
}

/**
 * Imports how a provider words its refusals: `formatError` alone, or `provider`, which says besides what else it does of its
 * own. Throws ProjectError for a module that has neither.
 */
export async function importProvider(file: string): Promise<Provider> {
  const loaded = await importModule(file);
  const provider = memberOf(loaded, 'provider');
  if (isProvider(provider)) return provider;
  if (isProvider(loaded)) return { formatError: loaded.formatError };
  throw new ProjectError(
    `${file}: expected a module that exports a function "formatError", or a "provider" that has one, found ${describe(loaded)}.`,
  );
}

async function importModule(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProjectError(`${file}: the module cannot be loaded: ${reason}`, { cause });
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

function isProvider(value: unknown): value is Provider {
  return typeof memberOf(value, 'formatError') === 'function';
}

function describe(loaded: unknown): string {
  const names = Object.keys(Object(loaded));
  return names.length === 0 ? 'no exports' : `the exports ${names.join(', ')}`;
}
