import { listMembers } from '../contract/model/document-shape.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { walkDocument } from '../contract/model/walk-document.ts';

/** Puts a schema that accepts anything in the place of each one that is neither an object nor a boolean. */
export function replaceMalformed(document: unknown): void {
  walkDocument(document, (node, shape) => {
    for (const { key, node: member, shape: below } of listMembers(node, shape)) {
      if (below === 'schema' && !isSchema(member)) node[key] = {};
      if (below === 'schemas' && Array.isArray(member)) {
        node[key] = member.map((each) => (isSchema(each) ? each : {}));
      }
    }
  });
}

function isSchema(value: unknown): boolean {
  return isJsonObject(value) || typeof value === 'boolean';
}
