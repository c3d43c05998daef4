import type {
  Contract,
  Operation,
  Provenance,
  SchemaPlace,
} from '../../contract/model/contract.ts';
import { isJsonObject, jump, unescapeToken } from '../../contract/model/json-cursor.ts';

const LEVELS = ['documented', 'source', 'inferred', 'assumed'] as const;
/** Schemas that are followed from the root of a body to a value. */
const MOST_STEPS = 60;

/** Finds the provenance of the fact at a JSON Pointer of the document: the nearest that is given on the way to it. */
export function provenanceAt(
  { document }: Pick<Contract, 'document'>,
  pointer: string,
  operation: Operation | undefined,
): Provenance | undefined {
  let at: unknown = document;
  let found = operation?.provenance;
  for (const token of pointer.split('/').slice(1)) {
    at = Object(at)[unescapeToken(token)];
    found = readProvenance(at) ?? found;
  }
  return found;
}

/** Finds the provenance of what is said of a value in a body: that of the nearest member that has one. */
export function provenanceOfValue(
  { document }: Pick<Contract, 'document'>,
  place: SchemaPlace | undefined,
  pointer: string,
  operation: Operation | undefined,
): Provenance | undefined {
  let found = operation?.provenance;
  let nodes: readonly unknown[] = place === undefined ? [] : open(document, place.schema);
  found = firstOf(nodes) ?? found;
  for (const token of pointer.split('/').slice(1)) {
    nodes = nodes
      .flatMap((node) => descend(node, unescapeToken(token)))
      .flatMap((node) => open(document, node));
    if (nodes.length > MOST_STEPS) break;
    found = firstOf(nodes) ?? found;
  }
  return found;
}

function firstOf(nodes: readonly unknown[]): Provenance | undefined {
  return nodes
    .values()
    .map(readProvenance)
    .find((one) => one !== undefined);
}

/** A schema with what it refers to and is composed of. */
function open(document: unknown, schema: unknown): unknown[] {
  const found = new Set<unknown>();
  const waiting = [schema];
  while (waiting.length > 0 && found.size < MOST_STEPS) {
    const node = waiting.shift();
    if (!isJsonObject(node) || found.has(node)) continue;
    found.add(node);
    if (typeof node.$ref === 'string') waiting.push(follow(document, node.$ref));
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
      const parts = node[keyword];
      if (Array.isArray(parts)) waiting.push(...parts);
    }
  }
  return [...found];
}

function follow(document: unknown, $ref: string): unknown {
  try {
    return jump(document, $ref).node;
  } catch {
    return undefined;
  }
}

function descend(node: unknown, token: string): unknown[] {
  if (!isJsonObject(node)) return [];
  const { properties, items, additionalProperties } = node;
  if (isJsonObject(properties) && Object.hasOwn(properties, token)) return [properties[token]];
  return /^\d+$/.test(token) && items !== undefined ? [items] : [additionalProperties];
}

function readProvenance(node: unknown): Provenance | undefined {
  const given = isJsonObject(node) ? node['x-provenance'] : undefined;
  if (!isJsonObject(given)) return undefined;
  const level = LEVELS.find((one) => one === given.level);
  if (level === undefined) return undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { level, note: text(given.note), url: text(given.url) };
}
