import type { Serialization } from '../model/contract.ts';

type ParameterStyle = Pick<Serialization, 'name' | 'style' | 'explode'>;

/** Character before a path parameter, and between its parts when it is exploded. */
const PREFIXES: Readonly<Record<string, string>> = { label: '.', matrix: ';' };
/** The last two are not of OpenAPI: `tsv` of Swagger 2.0, and several `Set-Cookie` fields. */
const SEPARATORS: Readonly<Record<string, RegExp>> = {
  spaceDelimited: / |%20/,
  pipeDelimited: /\||%7C/i,
  tabDelimited: /\t|%09/,
  lineDelimited: /\n/,
};

/** Splits a text into the items of a list, https://spec.openapis.org/oas/v3.1.1#style-values. */
export function splitValue(text: string, { style, explode }: ParameterStyle): string[] {
  const separator = (explode ? PREFIXES[style] : undefined) ?? SEPARATORS[style] ?? ',';
  return text.split(separator).map((part) => part.trim());
}

/** Removes the prefix of a style; `undefined` when the text does not start with it. */
export function dropPrefix(text: string, { style }: ParameterStyle): string | undefined {
  const prefix = PREFIXES[style] ?? '';
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** Removes the name before each value of a `matrix` parameter; `undefined` when one lacks it. */
export function dropNames(text: string, { name, explode }: ParameterStyle): string[] | undefined {
  const parts = explode ? text.split(';') : [text];
  const isNamed = parts.every((part) => part === name || part.startsWith(`${name}=`));
  return isNamed ? parts.map((part) => part.slice(name.length + 1)) : undefined;
}
