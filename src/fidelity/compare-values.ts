import type { Difference } from './difference.ts';
import { isToken, TOKEN_MASK } from './mask-tokens.ts';
import type { Pairing } from './pairing.ts';

/** What may differ in two answers that say the same. */
export interface ValueRules {
  readonly pairing: Pairing;
  /** Whether the value of a member is made up by a server. */
  readonly isOpaque: (member: string) => boolean;
  readonly isIgnored: (member: string) => boolean;
  /** Milliseconds by which our clock is ahead of the recorded one. */
  readonly clockOffset: number;
}

/** Largest distance of two instants that are the same, in milliseconds: answers take their time. */
const TOLERANCE_MS = 5000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Finds all in which two JSON values differ; ids, tokens and URLs may, if they do so consistently, and instants a little. */
export function compareValues(
  recorded: unknown,
  ours: unknown,
  rules: ValueRules,
  pointer = '',
  member = '',
): Difference[] {
  if (rules.isIgnored(member)) return [];
  const difference = (kind: Difference['kind']): Difference[] => [
    { kind, pointer, recorded, ours },
  ];
  if (typeOf(recorded) !== typeOf(ours)) return difference('types');
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    if (recorded.length !== ours.length) return difference('values');
    return recorded.flatMap((item, i) =>
      compareValues(item, ours[i], rules, `${pointer}/${i}`, member),
    );
  }
  if (isRecord(recorded) && isRecord(ours)) return compareMembers(recorded, ours, rules, pointer);
  if (typeof recorded === 'string' && typeof ours === 'string') {
    return isSameText(recorded, ours, member, rules) ? [] : difference('values');
  }
  return recorded === ours ? [] : difference('values');
}

function compareMembers(
  recorded: Readonly<Record<string, unknown>>,
  ours: Readonly<Record<string, unknown>>,
  rules: ValueRules,
  pointer: string,
): Difference[] {
  // A name may be an id, or have one in it.
  const nameOurs = (name: string) =>
    Object.hasOwn(ours, name) ? name : rules.pairing.translate(name);
  const pairs = Object.keys(recorded)
    .filter((name) => !rules.isIgnored(name))
    .map((name) => [name, nameOurs(name)] as const);
  const shared = pairs.filter(([, name]) => Object.hasOwn(ours, name));
  const known = pairs.map(([, name]) => name);
  const extra = Object.keys(ours).filter((name) => !known.includes(name) && !rules.isIgnored(name));
  const missing = pairs.filter(([, name]) => !Object.hasOwn(ours, name)).map(([name]) => name);
  const inOrder = Object.keys(ours).filter((name) => known.includes(name));
  const isReordered = shared.some(([, name], at) => inOrder[at] !== name);
  return [
    ...[...missing, ...extra].map(
      (name): Difference => ({
        kind: 'fields',
        pointer: `${pointer}/${name}`,
        recorded: recorded[name],
        ours: ours[name],
      }),
    ),
    ...shared.flatMap(([name, other]) =>
      compareValues(recorded[name], ours[other], rules, `${pointer}/${name}`, name),
    ),
    ...(isReordered
      ? [
          {
            kind: 'order',
            pointer,
            recorded: Object.keys(recorded),
            ours: Object.keys(ours),
          } as const,
        ]
      : []),
  ];
}

function isSameText(
  recorded: string,
  ours: string,
  member: string,
  { pairing, isOpaque, clockOffset }: ValueRules,
): boolean {
  if (recorded === TOKEN_MASK) return isToken(ours);
  if (INSTANT.test(recorded) && INSTANT.test(ours)) {
    const distance = Date.parse(ours) - Date.parse(recorded);
    return distance === 0 || Math.abs(distance - clockOffset) <= TOLERANCE_MS;
  }
  if (UUID.test(recorded) && UUID.test(ours)) return pairing.accept(recorded, ours);
  if (URL_LIKE.test(recorded)) return pairing.acceptPieces(recorded, ours);
  if (isOpaque(member)) return pairing.accept(recorded, ours);
  return ours === pairing.translate(recorded);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
