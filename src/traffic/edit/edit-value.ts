import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Edit } from './edit.ts';

/** Applies an edit to a value; `undefined` where its keys lead to nothing that it could change. */
export function editValue(root: unknown, edit: Edit): unknown {
  const change = (node: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return changeNode(node, edit);
    if (Array.isArray(node)) {
      const changed = change(node[Number(key)], rest);
      return changed === undefined ? undefined : node.with(Number(key), changed);
    }
    if (!isJsonObject(node) || !Object.hasOwn(node, key)) return undefined;
    const changed = change(node[key], rest);
    return changed === undefined ? undefined : withMember(node, key, changed);
  };
  return change(root, edit.keys);
}

function changeNode(node: unknown, edit: Edit): unknown {
  if (edit.kind === 'append') return Array.isArray(node) ? [...node, ...edit.values] : undefined;
  if (edit.kind === 'remove' && Array.isArray(node)) {
    return Number(edit.key) < node.length ? node.toSpliced(Number(edit.key), 1) : undefined;
  }
  if (!isJsonObject(node)) return undefined;
  if (edit.kind === 'set') return withMember(node, edit.key, edit.value);
  if (!Object.hasOwn(node, edit.key)) return undefined;
  const entries = Object.entries(node);
  return Object.fromEntries(
    edit.kind === 'remove'
      ? entries.filter(([key]) => key !== edit.key)
      : entries.map(([key, value]) => [key === edit.key ? edit.to : key, value]),
  );
}

/** `Object.fromEntries` sets a member called `__proto__` like any other. */
function withMember(node: Record<string, unknown>, key: string, value: unknown): unknown {
  const entries = Object.entries(node);
  if (!Object.hasOwn(node, key)) return Object.fromEntries([...entries, [key, value]]);
  return Object.fromEntries(entries.map(([name, old]) => [name, name === key ? value : old]));
}
