import { isJsonObject } from '../contract/json-cursor.ts';

/** Copy of a bundled OpenAPI document without its example objects: generated code has no use for them. */
export function stripExamples(
  document: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { components, ...rest } = document;
  const { examples: _, ...kept } = isJsonObject(components) ? components : {};
  return { ...withoutMediaExamples(rest), components: withoutMediaExamples(kept) };
}

/** Media types are the objects that have a `schema` beside their `examples`; parameters keep theirs. */
function withoutMediaExamples<T>(node: T): T;
function withoutMediaExamples(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutMediaExamples);
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).filter(
    ([key, value]) => !(key === 'examples' && isJsonObject(value) && 'schema' in node),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutMediaExamples(value)]));
}
