import type { Operation, PathValues } from '../model/contract.ts';

const VARIABLES = /\{([^{}]+)\}/g;

/**
 * What surrounds a name in templates of other kinds: operators and modifiers of
 * [RFC 6570](https://www.rfc-editor.org/rfc/rfc6570#section-2.2), patterns as in `{id:[0-9]+}`, and `{id?}`.
 */
const DECORATION = /^[+*./;]+|[+*?]+$|[:=].*$/gs;

/** Names of declared path parameters by variables of the path key that only mean them, such as `{+path}`. */
export function readVariableNames({ path, parameters }: Operation): ReadonlyMap<string, string> {
  const declared = new Set(parameters.filter((each) => each.in === 'path').map(({ name }) => name));
  const variables = path.matchAll(VARIABLES).map(([, variable = '']) => variable);
  return new Map(
    variables
      .filter((variable) => !declared.has(variable))
      .map((variable): [string, string] => [variable, variable.replaceAll(DECORATION, '')])
      .filter(([, name]) => declared.has(name)),
  );
}

/** Gives values the names of the declared parameters. */
export function renameValues(values: PathValues, names: ReadonlyMap<string, string>): PathValues {
  if (names.size === 0) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [names.get(name) ?? name, value]),
  );
}
