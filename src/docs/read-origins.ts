import { readProvenance } from '../contract/load/read-message.ts';
import type { Provenance } from '../contract/model/contract.ts';
import { child, isJsonObject, jump, openDocument, text } from '../contract/model/json-cursor.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a contract says about where one of its parts comes from. */
export interface Origin {
  readonly provenance: Provenance | undefined;
  /** Edition of the provider's product that alone has this part. */
  readonly edition: string | undefined;
}

/**
 * Origins to show at one node of a bundled document: its own, then those that its description hides.
 *
 * A description beside a `$ref` or a `schema` is shown instead of the description of that schema.
 */
export function readOrigins(document: JsonObject, node: JsonObject): Origin[] {
  if (node.description === undefined) return readOwnOrigin(node);
  return [...listDescribed(document, node)].flatMap(readOwnOrigin);
}

function readOwnOrigin(node: JsonObject): Origin[] {
  const cursor = openDocument(node);
  const provenance = readProvenance(child(cursor, 'x-provenance'));
  const edition = text(cursor, 'x-edition');
  return provenance === undefined && edition === undefined ? [] : [{ provenance, edition }];
}

/** The node itself, then what it refers to, and so on. */
function listDescribed(document: JsonObject, node: JsonObject): Set<JsonObject> {
  const described = new Set<JsonObject>();
  let at: unknown = node;
  while (isJsonObject(at) && !described.has(at)) {
    described.add(at);
    at = typeof at.$ref === 'string' ? jump(document, at.$ref).node : at.schema;
  }
  return described;
}
