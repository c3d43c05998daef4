import { isJsonObject } from '../../contract/model/json-cursor.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Copies an OpenAPI document without the tags of its operations.
 *
 * Redoc 3 shows the operations of one tag at a time, behind a button. Without tags it shows all of
 * them.
 */
export function flattenTags(document: JsonObject): Record<string, unknown> {
  const { tags: _, paths, webhooks, ...rest } = document;
  return {
    ...rest,
    ...(isJsonObject(paths) && { paths: mapOperations(paths) }),
    ...(isJsonObject(webhooks) && { webhooks: mapOperations(webhooks) }),
  };
}

function mapOperations(items: JsonObject): Record<string, unknown> {
  return mapObjects(items, (item) => {
    const { additionalOperations: others } = item;
    const untagged = mapObjects(item, untag);
    return isJsonObject(others)
      ? { ...untagged, additionalOperations: mapObjects(others, untag) }
      : untagged;
  });
}

/**
 * An empty tag keeps webhooks beside the other operations; without it they get a tag of their own.
 */
function untag(member: JsonObject): JsonObject {
  return 'responses' in member ? { ...member, tags: [''] } : member;
}

function mapObjects(
  node: JsonObject,
  change: (value: JsonObject) => JsonObject,
): Record<string, unknown> {
  const members = Object.entries(node).map(([key, value]) => [
    key,
    isJsonObject(value) ? change(value) : value,
  ]);
  return Object.fromEntries(members);
}
