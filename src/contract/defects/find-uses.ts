import { unescapeToken } from '../model/json-cursor.ts';
import { walkDocument } from '../model/walk-document.ts';

/**
 * Lists what uses a value: `listShares 200`, `revokeShare request`. Empty for an unused component.
 */
export type FindUses = (pointer: string) => string[];

/** Pointer to the operation, path item or component that contains a value. */
const UNIT = /^\/(?:components\/[^/]+\/[^/]+|(?:paths|webhooks)\/[^/]+(?:\/[^/]+)?)/;

/** Creates a function that finds the operations that reach a value by reference. */
export function createUseFinder(document: unknown): FindUses {
  const users = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  walkDocument(document, (node, shape, pointer) => {
    if (shape === 'operation') names.set(pointer, nameOf(node, pointer));
    if (typeof node.$ref !== 'string') return;
    const unit = unitOf(decode(node.$ref));
    users.set(unit, (users.get(unit) ?? new Set()).add(pointer));
  });
  return (pointer) => [...new Set(findOperations(pointer, new Set()))];

  function findOperations(pointer: string, seen: Set<string>): string[] {
    const operation = [...pointer.matchAll(/\//g)]
      .map(({ index }) => pointer.slice(0, index))
      .findLast((prefix) => names.has(prefix));
    if (operation !== undefined) {
      return [`${names.get(operation)}${partOf(pointer.slice(operation.length))}`];
    }
    const unit = unitOf(pointer);
    if (seen.has(unit)) return [];
    seen.add(unit);
    return [...(users.get(unit) ?? [])].flatMap((user) => findOperations(user, seen));
  }
}

function unitOf(pointer: string): string {
  return UNIT.exec(pointer)?.[0] ?? pointer;
}

function nameOf(operation: Readonly<Record<string, unknown>>, pointer: string): string {
  const { operationId } = operation;
  if (typeof operationId === 'string') return operationId;
  const [path = '', method = ''] = pointer
    .replace('/additionalOperations/', '/')
    .split('/')
    .slice(-2)
    .map(unescapeToken);
  return `${method.toUpperCase()} ${path}`;
}

/** Part of an operation that a pointer is in: a status, or the request. */
function partOf(pointer: string): string {
  const [, member, status] = pointer.split('/');
  if (member === 'responses' && status !== undefined) return ` ${status}`;
  return member === 'requestBody' || member === 'parameters' ? ' request' : '';
}

function decode(ref: string): string {
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
