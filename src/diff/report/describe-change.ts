import { countNoun } from '../../text/count-noun.ts';
import type { Change, TouchedOperation } from '../change.ts';

/** Operations that are named; the others are counted. */
const MAX_NAMED = 3;

/** Words for a change, such as `listShares: query "limit" is required`. */
export function describeChange({ place, what, operations }: Change): string {
  const [only] = operations;
  const text = place === '' ? what : `${place} ${what}`;
  if (only === undefined) return text;
  if (operations.length > 1) return `${text} (${nameOperations(operations)})`;
  return place === '' ? `${nameOperation(only)} ${text}` : `${nameOperation(only)}: ${text}`;
}

/** Names of operations, of many the first ones. */
export function nameOperations(operations: readonly TouchedOperation[]): string {
  const named = operations.slice(0, MAX_NAMED).map(nameOperation);
  const others = operations.length - named.length;
  return others > 0
    ? `${named.join(', ')} and ${countNoun(others, 'other operation')}`
    : named.join(', ');
}

/** As the generated client calls it, or by its id. */
function nameOperation({ clientMethod, id }: TouchedOperation): string {
  return clientMethod ?? id;
}

/** Words for who uses what a change touches; empty where nothing is known. */
export function describeUses({ operations }: Change): string {
  const calls = new Map<string, number>();
  for (const { uses = [] } of operations) {
    for (const use of uses) calls.set(use.file, (calls.get(use.file) ?? 0) + use.calls);
  }
  return [...calls].map(([file, count]) => `${file} (${countNoun(count, 'call')})`).join(', ');
}
