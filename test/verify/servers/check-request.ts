import type { LinkChange, LinkCreate, LinkQuery } from './link.ts';
import type { Rules } from './rules.ts';

const STATES = ['live', 'revoked'];
const TARGETS = ['page', 'pdf', 'archive'];
const SORTS = ['created', '-created', 'label', '-label'];
const CREATED_FROM = ['label', 'target', 'password', 'expires_in', 'tags'];
const CHANGED_BY = ['label', 'state', 'tags'];

type Body = Readonly<Record<string, unknown>>;
type Limits = Pick<Rules, 'longestLabel' | 'longestExpiry' | 'leastPage'>;

/** Reads the query of a list; gives nothing for one that breaks a rule. */
export function readQuery(sent: URLSearchParams, { leastPage }: Limits): LinkQuery | undefined {
  const names = ['page', 'page_size', 'state', 'sort'];
  if (names.some((name) => sent.getAll(name).length > 1)) return undefined;
  const page = readInteger(sent.get('page') ?? '1', leastPage, 1000);
  const size = readInteger(sent.get('page_size') ?? '20', 1, 50);
  const state = sent.get('state') ?? undefined;
  const sort = sent.get('sort') ?? '-created';
  if (page === undefined || size === undefined || !SORTS.includes(sort)) return undefined;
  return state === undefined || STATES.includes(state) ? { page, size, state, sort } : undefined;
}

/** Whether a body makes a link. */
export function isLinkCreate(body: unknown, limits: Limits): body is LinkCreate {
  if (!isObject(body) || !hasOnly(body, CREATED_FROM)) return false;
  const { label, target, password, expires_in: days, tags } = body;
  return (
    isText(label, 1, limits.longestLabel) &&
    isOneOf(target, TARGETS) &&
    (password === undefined || isText(password, 8, 72)) &&
    (days === undefined || isInteger(days, 1, limits.longestExpiry)) &&
    (tags === undefined || areTags(tags))
  );
}

/** Whether a body changes a link. */
export function isLinkChange(body: unknown, limits: Limits): body is LinkChange {
  if (!isObject(body) || !hasOnly(body, CHANGED_BY)) return false;
  const { label, state, tags } = body;
  return (
    Object.keys(body).length > 0 &&
    (label === undefined || isText(label, 1, limits.longestLabel)) &&
    (state === undefined || isOneOf(state, STATES)) &&
    (tags === undefined || areTags(tags))
  );
}

function hasOnly(body: Body, known: readonly string[]): boolean {
  return Object.keys(body).every((name) => known.includes(name));
}

function readInteger(text: string, least: number, most: number): number | undefined {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return isInteger(value, least, most) ? value : undefined;
}

function areTags(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 5) return false;
  return value.every((tag) => isText(tag, 1, 20)) && new Set(value).size === value.length;
}

/** JSON Schema counts code points. */
function isText(value: unknown, least: number, most: number): boolean {
  if (typeof value !== 'string') return false;
  const { length } = [...value];
  return length >= least && length <= most;
}

function isInteger(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isOneOf(value: unknown, known: readonly string[]): boolean {
  return typeof value === 'string' && known.includes(value);
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
