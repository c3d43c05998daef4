import { decodePercent } from '../../text/decode-percent.ts';
import { ContractError } from '../model/contract-error.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { childOrigin, type Origin } from '../model/origin.ts';
import { readFragment, resolveUri, splitReference } from '../model/reference.ts';
import type { Source, Sources } from './load-sources.ts';

/** Value that a reference leads to, and where it is written. */
export interface Target extends Origin {
  readonly node: unknown;
}

/** Schemas of all files by the names that they give themselves. */
export interface SchemaNames {
  /** Schema that a reference in a node of a file names; `undefined` if none has that name. */
  readonly find: (ref: string, source: string, node?: object) => Target | undefined;
  /** All schemas with a `$dynamicAnchor`. */
  readonly listDynamic: (anchor: string) => readonly Target[];
}

/** Members that map names to values; the names are not keywords. */
const MAPS = [
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas'],
  ...['paths', 'pathItems', 'parameters', 'headers', 'requestBodies', 'responses', 'callbacks'],
  ...['content', 'encoding', 'links'],
];
/** Members that hold data, in which `$id` means nothing. */
const DATA = ['example', 'examples', 'default', 'const', 'enum', 'value', 'dataValue'];

const NAME = /\$(?:id|anchor|dynamicAnchor)\b/;
const NO_NAMES: SchemaNames = { find: () => undefined, listDynamic: () => [] };

/**
 * Finds the schemas that name themselves by `$id`, `$anchor` or `$dynamicAnchor`,
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.
 *
 * Few documents have any, so that the others are only searched as text.
 */
export function readSchemaNames(sources: Sources): SchemaNames {
  const named = [...sources.values()].filter(mayHaveNames);
  if (named.length === 0) return NO_NAMES;
  const targets = new Map<string, Target>();
  const dynamic = new Map<string, Target[]>();
  /** Base URI of each object in a schema with an `$id`. */
  const bases = new Map<object, string>();
  const seen = new Set<object>();
  for (const { name, value } of named) visit(value, { source: name, pointer: '' }, name);
  return { find, listDynamic: (anchor) => dynamic.get(anchor) ?? [] };

  function visit(node: unknown, at: Origin, outer: string, isMap = false): void {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const base = isMap || !isJsonObject(node) ? outer : readName(node, at, outer);
    if (base !== at.source) bases.set(node, base);
    for (const [key, member] of Object.entries(node)) {
      if (!isMap && (DATA.includes(key) || key.startsWith('x-'))) continue;
      visit(member, childOrigin(at, key), base, !isMap && MAPS.includes(key));
    }
  }

  /** Records the names of a schema, and returns the base URI of what is in it. */
  function readName(node: Record<string, unknown>, at: Origin, outer: string): string {
    const { $id, $anchor, $dynamicAnchor } = node;
    const target = { ...at, node };
    const isFragment = typeof $id === 'string' && $id.startsWith('#');
    const base =
      typeof $id === 'string' && !isFragment ? resolveUri(outer, splitReference($id).uri) : outer;
    if (base !== outer) add(base, target);
    if (isFragment) add(base + $id, target);
    if (typeof $anchor === 'string') add(`${base}#${$anchor}`, target);
    if (typeof $dynamicAnchor === 'string') {
      add(`${base}#${$dynamicAnchor}`, target);
      dynamic.set($dynamicAnchor, [...(dynamic.get($dynamicAnchor) ?? []), target]);
    }
    return base;
  }

  function add(uri: string, target: Target): void {
    if (!targets.has(uri)) targets.set(uri, target);
  }

  function find(ref: string, source: string, node?: object): Target | undefined {
    const base = (node && bases.get(node)) ?? source;
    // Many write a reference within a file as if the schema around it had no `$id`.
    return findFrom(base, ref) ?? (base === source ? undefined : findFrom(source, ref));
  }

  function findFrom(base: string, ref: string): Target | undefined {
    const { uri, fragment } = splitReference(ref);
    const resource = uri === '' ? base : resolveUri(base, uri);
    if (fragment !== '' && !fragment.startsWith('/')) {
      const anchor = decodePercent(fragment);
      return targets.get(`${resource}#${anchor}`) ?? findInRoot(resource, anchor);
    }
    const schema = targets.get(resource);
    return schema && descend(schema, readFragment(fragment));
  }

  /** Anchor in a file whose whole content is a schema with an `$id`. */
  function findInRoot(file: string, anchor: string): Target | undefined {
    const source = sources.get(file);
    if (source === undefined || source instanceof ContractError || !isJsonObject(source.value)) {
      return undefined;
    }
    const base = bases.get(source.value);
    return base === undefined ? undefined : targets.get(`${base}#${anchor}`);
  }
}

function mayHaveNames(source: Source | ContractError): source is Source {
  return !(source instanceof ContractError) && NAME.test(source.text);
}

function descend(from: Target, keys: readonly string[]): Target | undefined {
  let at = from;
  for (const key of keys) {
    const { node } = at;
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    at = { ...childOrigin(at, key), node: Reflect.get(node, key) };
  }
  return at;
}
