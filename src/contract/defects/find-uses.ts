import { unescapeToken } from '../model/json-cursor.ts';
import { walkDocument } from '../model/walk-document.ts';

/** Tells what uses a value of a document: `listShares 200`, `revokeShare request`; none for an unused component. */
export type FindUses = (pointer: string) => string[];

/** Operation or component, as far as a pointer leads into one. */
const UNIT = /^\/(?:components\/[^/]+\/[^/]+|(?:paths|webhooks)\/[^/]+(?:\/[^/]+)?)/;

/** Makes the function that finds the operations which reach a value of a bundled document by its references. */
export function createUseFinder(document: unknown): FindUses {
  const users = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  walkDocument(document, (node, shape, pointer) => {
    if (shape === 'operation') names.set(pointer, nameOf(node, pointer));
    if (typeof node.$ref !== 'string') return;
    const unit = unitOf(decode(node.$ref));
    users.set(unit, (users.get(unit) ?? new Set()).add(pointer));
  });
  return (pointer) => [...new Set(climb(pointer, new Set()))];

  function climb(pointer: string, seen: Set<string>): string[] {
    const operation = [...pointer.matchAll(/\//g)]
      .map(({ index }) => pointer.slice(0, index))
      .findLast((prefix) => names.has(prefix));
    if (operation !== undefined) {
      return [`${names.get(operation)}${partOf(pointer.slice(operation.length))}`];
    }
    const unit = unitOf(pointer);
    if (seen.has(unit)) return [];
    seen.add(unit);
    return [...(users.get(unit) ?? [])].flatMap((user) => climb(user, seen));
  }
}

function unitOf(pointer: string): string {
  return UNIT.exec(pointer)?.[0] ?? pointer;
}

function nameOf(operation: Readonly<Record<string, unknown>>, pointer: string): string {
  const { operationId } = operation;
  if (typeof operationId === 'string') return operationId;
  const [path = '', method = ''] = pointer.split('/').slice(-2).map(unescapeToken);
  return `${method.toUpperCase()} ${path}`;
}

/** Part of an operation that a pointer leads into: a status, or the request. */
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
