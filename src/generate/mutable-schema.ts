import { isJsonObject, jump } from '../contract/model/json-cursor.ts';

/** Schema of a copy that may be changed. */
export type MutableSchema = Record<string, unknown>;

/** Lists the schemas under a keyword such as `allOf`. */
export function listSchemas(value: unknown): MutableSchema[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** Lists the texts under a keyword such as `required`. */
export function listTexts(value: unknown): string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}

/** Returns the members of an object; none for anything else. */
export function readMembers(value: unknown): Record<string, unknown> {
  return isJsonObject(value) ? value : {};
}

/** Returns the schema that a chain of references leads to; `undefined` if they lead in a circle. */
export function resolveTarget(document: unknown, schema: MutableSchema): MutableSchema | undefined {
  const seen = new Set<string>();
  let at = schema;
  while (typeof at.$ref === 'string') {
    if (seen.has(at.$ref)) return undefined;
    seen.add(at.$ref);
    const { node } = jump(document, at.$ref);
    if (!isJsonObject(node)) return undefined;
    at = node;
  }
  return at;
}
