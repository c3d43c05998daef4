import type { Operation, PathValues } from '../model/contract.ts';
import { nameVariable } from '../model/path-key.ts';

const VARIABLES = /\{([^{}]+)\}/g;

/** Names of declared path parameters by the variables of the path key that are called otherwise. */
export function readVariableNames({ path, parameters }: Operation): ReadonlyMap<string, string> {
  const declared = new Set(parameters.filter((each) => each.in === 'path').map(({ name }) => name));
  const names = path
    .matchAll(VARIABLES)
    .map(([, variable = '']): [string, string] => [
      variable,
      nameVariable(variable, (name) => declared.has(name)),
    ]);
  return new Map(names.filter(([variable, name]) => variable !== name));
}

/** Gives values the names of the declared parameters. */
export function renameValues(values: PathValues, names: ReadonlyMap<string, string>): PathValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [names.get(name) ?? name, value]),
  );
}
