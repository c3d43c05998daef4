import { isJsonObject } from '../../contract/model/json-cursor.ts';

/**
 * Applies a merge patch, https://www.rfc-editor.org/rfc/rfc7396#section-2: members of the patch replace those of the
 * target, objects are merged, and null deletes. Returns a new value.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return patch;
  const merged = new Map(Object.entries(isJsonObject(target) ? target : {}));
  for (const [name, member] of Object.entries(patch)) {
    if (member === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), member));
  }
  return Object.fromEntries(merged);
}
