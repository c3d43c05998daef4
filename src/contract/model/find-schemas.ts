import { walkDocument } from './walk-document.ts';

/** Finds every schema object of an OpenAPI document once, and no data that looks like one. */
export function findSchemas(document: unknown): Record<string, unknown>[] {
  const schemas: Record<string, unknown>[] = [];
  walkDocument(document, (node, shape) => {
    if (shape === 'schema') schemas.push(node);
  });
  return schemas;
}
