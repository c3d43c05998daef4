import type { Serialization } from '../model/contract.ts';

type Written = Pick<Serialization, 'name' | 'style' | 'explode'>;

/** Character before the value of a path parameter, and between its parts when it is exploded. */
const PREFIXES: Readonly<Record<string, string>> = { label: '.', matrix: ';' };
const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** Parts of a list that one text carries, OpenAPI 3.1 section 4.8.12.4. */
export function splitValue(text: string, { style, explode }: Written): string[] {
  const separator = (explode ? PREFIXES[style] : undefined) ?? SEPARATORS[style] ?? ',';
  return text.split(separator).map((part) => part.trim());
}

/** Text without the prefix of its style; `undefined` when it has another one. */
export function dropPrefix(text: string, { style }: Written): string | undefined {
  const prefix = PREFIXES[style] ?? '';
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** Values of a `matrix` parameter, which carries its name before each; `undefined` when it does not. */
export function dropNames(text: string, { name, explode }: Written): string[] | undefined {
  const parts = explode ? text.split(';') : [text];
  const isNamed = parts.every((part) => part === name || part.startsWith(`${name}=`));
  return isNamed ? parts.map((part) => part.slice(name.length + 1)) : undefined;
}
