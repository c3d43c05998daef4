import type { JsonSchema } from '../model/json-schema.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { type Branch, hasBranches } from './bracket-names.ts';
import { decodeScalar, describeKind, isScalar, type ValueKind } from './value-kind.ts';

/**
 * Decodes what was sent below a name in brackets to the lists, objects and scalars of its schema.
 *
 * Names that are all numbers, or empty, are the items of a list unless the schema wants an object.
 * Lists have no holes, whatever the numbers.
 */
export function decodeBranch(
  branch: Branch,
  schema: JsonSchema | undefined,
  resolve: ResolveSchema,
): unknown {
  const kind = describeKind(schema, resolve);
  if (!hasBranches(branch)) return decodeTexts(branch.texts, kind, resolve);
  return isList(branch, kind)
    ? decodeList(branch, kind, resolve)
    : decodeObject(branch, kind, resolve);
}

/** Decodes the texts that were sent under one name. */
export function decodeTexts(
  texts: readonly string[],
  kind: ValueKind,
  resolve: ResolveSchema,
): unknown {
  const [text = ''] = texts;
  const isOne = texts.length === 1;
  if (kind.types.includes('array') && !(isOne && isScalar(text, kind))) {
    const item = describeKind(kind.items, resolve);
    return texts.map((one) => decodeScalar(one, item));
  }
  return isOne ? decodeScalar(text, kind) : texts.map((one) => decodeScalar(one, kind));
}

function isList({ members }: Branch, { allowsList, allowsObject }: ValueKind): boolean {
  return (allowsList || !allowsObject) && [...members.keys()].every((key) => /^\d+$/.test(key));
}

function decodeList({ texts, members, items }: Branch, kind: ValueKind, resolve: ResolveSchema) {
  const item = describeKind(kind.items, resolve);
  const numbered = [...members].sort(([one], [other]) => Number(one) - Number(other));
  return [
    ...texts.map((text) => decodeScalar(text, item)),
    ...[...numbered.map(([, branch]) => branch), ...items].map((branch) =>
      decodeBranch(branch, kind.items, resolve),
    ),
  ];
}

function decodeObject({ members, items }: Branch, kind: ValueKind, resolve: ResolveSchema) {
  const { properties, additional } = kind.shape;
  const schemaOf = (name: string) => properties.get(name) ?? additional;
  const named = [...members].map(([name, branch]) => [
    name,
    decodeBranch(branch, schemaOf(name), resolve),
  ]);
  const unnamed = items.map((branch) => decodeBranch(branch, schemaOf(''), resolve));
  return Object.fromEntries([...named, ...(unnamed.length > 0 ? [['', unnamed]] : [])]);
}
