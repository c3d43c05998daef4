import { isJsonObject } from '../model/json-cursor.ts';
import { walkDocument } from '../model/walk-document.ts';

/**
 * Adds each `itemSchema` to the schema of the whole body, in place: sequential media types are read
 * as lists, https://spec.openapis.org/oas/v3.2.0#sequential-media-types.
 */
export function lowerItemSchemas(document: unknown): void {
  walkDocument(document, (media, shape) => {
    const { schema, itemSchema } = media;
    if (shape !== 'media' || !(isJsonObject(itemSchema) || typeof itemSchema === 'boolean')) return;
    const list = { type: 'array', items: itemSchema };
    media.schema = schema === undefined ? list : { allOf: [schema, list] };
  });
}
