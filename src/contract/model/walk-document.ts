import { listMembers, type Shape } from './document-shape.ts';
import { escapeToken, isJsonObject } from './json-cursor.ts';

type JsonObject = Record<string, unknown>;

/** Called with an object of a document, its kind, and its JSON Pointer. */
export type VisitObject = (node: JsonObject, shape: Shape, pointer: string) => void;

/** Visits each OpenAPI object of a bundled document once, in order, and skips plain data. */
export function walkDocument(document: unknown, visit: VisitObject): void {
  const seen = new Set<object>();
  walk(document, 'document', '');

  function walk(node: unknown, shape: Shape, pointer: string): void {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (isJsonObject(node)) visit(node, shape, pointer);
    for (const member of listMembers(node, shape)) {
      walk(member.node, member.shape, `${pointer}/${escapeToken(member.key)}`);
    }
  }
}
