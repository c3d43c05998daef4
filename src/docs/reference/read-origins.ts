import { readProvenance } from '../../contract/load/read-message.ts';
import type { Provenance } from '../../contract/model/contract.ts';
import { child, isJsonObject, jump, openDocument, text } from '../../contract/model/json-cursor.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Source of a part of a contract. */
export interface Origin {
  readonly provenance: Provenance | undefined;
  /** The only edition of the product that has this part. */
  readonly edition: string | undefined;
}

/**
 * Lists the origins to show at a node of a bundled document: its own, then those in descriptions
 * that it hides.
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

/** Lists the node, then what it refers to, and so on. */
function listDescribed(document: JsonObject, node: JsonObject): Set<JsonObject> {
  const described = new Set<JsonObject>();
  let at: unknown = node;
  while (isJsonObject(at) && !described.has(at)) {
    described.add(at);
    at = typeof at.$ref === 'string' ? jump(document, at.$ref).node : at.schema;
  }
  return described;
}
