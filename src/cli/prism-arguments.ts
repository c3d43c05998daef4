/** Spellings that Prism's command line takes as well, by the option that they stand for. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ignoreExamples: 'ignore-examples',
  'verbose-level': 'verboseLevel',
  jsonSchemaFakerFillProperties: 'json-schema-faker-fillProperties',
  'json-schema-faker-fill-properties': 'json-schema-faker-fillProperties',
};
const SHORT: Readonly<Record<string, string>> = { '-d': '--dynamic', '-m': '--multiprocess' };
const SWITCHES = [
  ...['cors', 'dynamic', 'errors', 'ignore-examples', 'multiprocess'],
  'json-schema-faker-fillProperties',
];

/**
 * Writes arguments as this command line spells them, so that those of `prism mock` can stay: `--ignoreExamples`,
 * `--errors=false`, `--dynamic true`.
 */
export function readPrismArguments(args: readonly string[]): string[] {
  const [first, ...rest] = args;
  if (first === undefined) return [];
  if (first === '--') return [...args];
  const name = spell(first);
  const [option = '', given] = name.split(/=(.*)/s);
  const [next, ...others] = rest;
  if (!SWITCHES.includes(option.slice('--'.length))) return [name, ...readPrismArguments(rest)];
  // Any other value, such as that of an unset variable, is left for the parser to refuse.
  if (given !== undefined) {
    return [isBoolean(given) ? turn(option, given) : name, ...readPrismArguments(rest)];
  }
  return isBoolean(next)
    ? [turn(option, next), ...readPrismArguments(others)]
    : [name, ...readPrismArguments(rest)];
}

function spell(arg: string): string {
  const [, no = '', name = '', value = ''] = /^--(no-)?([^=]+)(=.*)?$/s.exec(arg) ?? [];
  const known = SPELLINGS[name];
  return known === undefined ? (SHORT[arg] ?? arg) : `--${no}${known}${value}`;
}

function isBoolean(text: string | undefined): text is 'true' | 'false' {
  return text === 'true' || text === 'false';
}

function turn(option: string, value: string): string {
  return value === 'false' ? option.replace('--', '--no-') : option;
}
