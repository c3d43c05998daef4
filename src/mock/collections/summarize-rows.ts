import type { Collection } from '../../contract/collections/collection.ts';
import { instantRole, plainName } from '../../contract/collections/member-names.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { ItemSummary, SummaryView } from '../authoring/behaviour.ts';
import { groupOf, keyOf, tableKey } from './rows.ts';

/** Names of members that people call an item by, the best one first. */
const LABELS = ['name', 'title', 'label', 'fullname', 'displayname', 'subject', 'email', 'slug'];
/** Names of the instant at which an item ends by itself, without separators. */
const EXPIRY = new Set([
  ...['expires', 'expiresat', 'expireson', 'expiresdate', 'expiry', 'expiryat', 'expirydate'],
  ...['expirytime', 'expiration', 'expirationdate', 'expirationtime', 'expiretime', 'expiredate'],
  ...['validuntil', 'validto', 'enddate', 'endsat'],
]);
/** Names of what tells that an item was ended. */
const REVOKED = new Set(['revoked', 'revokedat', 'revokedon', 'isrevoked']);
/** Date-time, or a date: https://www.rfc-editor.org/rfc/rfc3339#section-5.6. */
const INSTANT = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?$/;

/** Summarises the items of recognised collections by the members whose names say what they are. */
export function summarizeRows(
  collections: readonly Collection[],
  { tables, now }: SummaryView,
): ItemSummary[] {
  return collections.flatMap((collection) => {
    const rows = tables[collection.name]?.rows() ?? [];
    return rows.map((row) => summarizeRow(collection, row, now));
  });
}

function summarizeRow(collection: Collection, row: object, now: number): ItemSummary {
  const members = isJsonObject(row)
    ? Object.entries(row).map(([name, value]) => [plainName(name), value] as const)
    : [];
  const key = keyOf(row, collection);
  const created = members.find(([name]) => instantRole(name) === 'created');
  const expiresAt = readInstant(members.find(([name]) => EXPIRY.has(name))?.[1]);
  const isRevoked = members.some(([name, value]) => REVOKED.has(name) && Boolean(value));
  const isExpired = expiresAt !== null && expiresAt <= now;
  return {
    id: tableKey(groupOf(row, collection.parents), key),
    kind: collection.name,
    label: findLabel(new Map(members)) ?? key,
    link: null,
    state: isRevoked ? 'revoked' : isExpired ? 'expired' : 'active',
    createdAt: readInstant(created?.[1]),
    expiresAt,
  };
}

function findLabel(members: ReadonlyMap<string, unknown>): string | undefined {
  return LABELS.map((name) => members.get(name)).find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

/** Reads a date-time, or Unix time in seconds or milliseconds; `null` for anything else. */
function readInstant(value: unknown): number | null {
  if (typeof value === 'string' && INSTANT.test(value)) {
    const instant = Date.parse(value);
    return Number.isNaN(instant) ? null : instant;
  }
  if (typeof value !== 'number' || value < 1e8 || value > 2.5e14) return null;
  return value < 1e11 ? value * 1000 : value;
}
