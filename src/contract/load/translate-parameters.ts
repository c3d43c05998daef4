import { isJsonObject } from '../model/json-cursor.ts';

type JsonObject = Record<string, unknown>;

/** Styles of a parameter, the last one not of OpenAPI 3, by `collectionFormat`. */
const STYLES: Readonly<Record<string, string>> = {
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tabDelimited',
};
/** Marks a form field whose `collectionFormat` has no equal in OpenAPI 3 until its body is made. */
const TABS = 'x-tab-delimited';

/**
 * Writes what a Swagger 2.0 document says of its parameters so that the upgrade to OpenAPI 3 keeps
 * it: https://spec.openapis.org/oas/v2.0.html#parameter-object. Changes it in place.
 */
export function translateParameters(document: JsonObject): void {
  const items = objectsIn(document.paths);
  const owners = [...items, ...items.flatMap(objectsIn)];
  const lists = owners.flatMap(({ parameters }) => (Array.isArray(parameters) ? parameters : []));
  for (const parameter of [...objectsIn(document.parameters), ...lists.filter(isJsonObject)]) {
    if (parameter.in === 'formData') translateField(parameter);
    else translateStyle(parameter);
  }
}

/** The upgrade knows each format in a query alone, and never `tsv`. */
function translateStyle(parameter: JsonObject): void {
  const style = STYLES[String(parameter.collectionFormat)];
  if (parameter.type === 'array' && style !== undefined) {
    Object.assign(parameter, { style, explode: false });
  }
}

function translateField(field: JsonObject): void {
  if (field.type === 'array') field.collectionFormat ??= 'csv';
  if (field.collectionFormat === 'tsv') field[TABS] = true;
  // Forms of OpenAPI 3 have no `allowEmptyValue`.
  if (field.type === 'string' && field.allowEmptyValue === false) {
    field.minLength = Math.max(1, Number(field.minLength ?? 1));
  }
}

/** Completes the forms that the upgrade made of marked fields. Changes the document in place. */
export function completeForms(document: JsonObject): void {
  const operations = objectsIn(document.paths).flatMap(objectsIn);
  const bodies = operations.map(({ requestBody }) => requestBody).filter(isJsonObject);
  for (const media of bodies.flatMap(({ content }) => objectsIn(content))) {
    const properties = isJsonObject(media.schema) ? media.schema.properties : undefined;
    for (const [name, field] of Object.entries(isJsonObject(properties) ? properties : {})) {
      if (!isJsonObject(field) || field[TABS] !== true) continue;
      delete field[TABS];
      const encoding = { style: 'tabDelimited', explode: false };
      media.encoding = { ...(isJsonObject(media.encoding) && media.encoding), [name]: encoding };
    }
  }
}

function objectsIn(node: unknown): JsonObject[] {
  return isJsonObject(node) ? Object.values(node).filter(isJsonObject) : [];
}
