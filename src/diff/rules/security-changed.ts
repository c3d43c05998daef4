import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonCursor, openDocument } from '../../contract/model/json-cursor.ts';
import { type EndpointRule, findInCall } from '../endpoint-pair.ts';
import { openMember, openMembers } from '../open-member.ts';
import type { Endpoint } from '../read-endpoints.ts';

/** Scopes by the name of their scheme, all of which are needed. */
type Requirement = ReadonlyMap<string, readonly string[]>;

/** Credentials that were enough are no longer, or others are. */
export const securityChanged: EndpointRule = (pair) => {
  if (pair.before.kind !== 'operation') return [];
  const renamed = findRenamed(pair.before, pair.after);
  const from = readRequirements(pair.before, renamed);
  const to = readRequirements(pair.after);
  const isTighter = from.some((held) => !to.some((needed) => isEnough(held, needed)));
  const isLooser = to.some((held) => !from.some((needed) => isEnough(held, needed)));
  if (!isTighter && !isLooser) return [];
  const what = `needs ${describe(to)}, needed ${describe(from)}`;
  const [rule, caller] = isTighter
    ? (['security-tightened', 'breaking'] as const)
    : (['security-loosened', 'safe'] as const);
  const ratings = { caller, server: 'breaking' } as const;
  return [
    findInCall(pair, rule, '', what, ratings, openSecurity(pair.before), openSecurity(pair.after)),
  ];
};

/** Requirements of an operation, or those of the document; the operation where neither has any. */
function openSecurity({ cursor }: Endpoint): JsonCursor {
  const root = openDocument(cursor.document);
  return openMember(cursor, 'security') ?? openMember(root, 'security') ?? cursor;
}

function readRequirements(
  endpoint: Endpoint,
  renamed: ReadonlyMap<string, string> = new Map(),
): Requirement[] {
  const { node } = openSecurity(endpoint);
  // https://spec.openapis.org/oas/v3.1.1#security-requirement-object: without any, all may call.
  if (!Array.isArray(node) || node.length === 0) return [new Map()];
  return node.filter(isJsonObject).map((requirement) => {
    const entries = Object.entries(requirement);
    return new Map(
      entries.map(([name, scopes]) => [
        renamed.get(name) ?? name,
        Array.isArray(scopes) ? scopes.map(String) : [],
      ]),
    );
  });
}

/** Whether credentials that meet one requirement meet another. */
function isEnough(held: Requirement, needed: Requirement): boolean {
  return [...needed].every(([name, scopes]) => {
    const own = held.get(name);
    return own !== undefined && scopes.every((scope) => own.includes(scope));
  });
}

/** New names of schemes that are the same under another one. */
function findRenamed(before: Endpoint, after: Endpoint): Map<string, string> {
  const from = listSchemes(before);
  const to = listSchemes(after);
  const fresh = to.filter(([name]) => !from.some(([known]) => known === name));
  return new Map(
    from.flatMap(([name, scheme]) => {
      if (to.some(([known]) => known === name)) return [];
      const same = fresh.find(([, other]) => isDeepStrictEqual(other.node, scheme.node));
      return same === undefined ? [] : [[name, same[0]] as const];
    }),
  );
}

function listSchemes({ cursor }: Endpoint): [name: string, scheme: JsonCursor][] {
  const components = openMember(openDocument(cursor.document), 'components');
  return openMembers(openMember(components, 'securitySchemes'));
}

function describe(requirements: readonly Requirement[]): string {
  const words = requirements.map((requirement) =>
    [...requirement]
      .map(([name, scopes]) => (scopes.length === 0 ? name : `${name} (${scopes.join(' ')})`))
      .join(' and '),
  );
  const isOpen = words.includes('');
  const named = words.filter((word) => word !== '');
  return [...named, ...(isOpen ? ['no credentials'] : [])].join(' or ');
}
