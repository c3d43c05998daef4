import {
  documentedFiles,
  documentedOwner,
  documentedPending,
  documentedShares,
  documentedSignIn,
  moveUser,
  type World,
} from './documented.ts';
import { documentedTree } from './documented-tree.ts';
import { SEED_OWNER } from './identify.ts';
import { drawId } from './ids.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { PENDING_MS } from './sessions.ts';
import type { ShareRow } from './tables.ts';

/** Time when the newest documented share was created. */
export const EPOCH = '2025-06-10T16:16:39+08:00';
/** Address in the documented sign-in; its response has another one, so that user has two. */
const DOCUMENTED_EMAIL = 'user@cloudreve.org';
const DOCUMENTED_PASSWORD = 'P@ssw0rd';
/** Default group of a new installation, with bits 2, 7 and 11; only that of an administrator is documented. */
const MEMBERS = { id: 'LJsv', name: 'User', permission: 'hAg=' };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Seeds of a new sandbox; all have the documented users and files. */
export const seeds = {
  default: seedWith(documentedShares),
  empty: seedWith(() => []),
  one: seedWith(newestShare),
  many: seedWith((world) => newestShare(world).flatMap((share) => repeat(world, share))),
  expired: seedWith((world) => documentedShares(world).map(expire)),
  /** A password-protected share of another user. */
  locked: seedWith((world) => documentedShares(world).filter(isLocked).slice(0, 1)),
  /** Every sign-in needs a one-time code. */
  'two-factor': (world: World) => {
    seeds.default(world);
    const { users } = world.tables;
    for (const user of users.rows()) users.put({ ...user, is_two_factor: true });
  },
};

function seedWith(listShares: (world: World) => readonly ShareRow[]) {
  return (world: World): void => {
    putPeople(world);
    for (const share of listShares(world)) world.tables.shares.put(share);
  };
}

/** Adds the users, their sign-ins and their files. */
function putPeople(world: World): void {
  const { tables, at } = world;
  const { user, token } = documentedSignIn(world);
  const member = { ...documentedOwner(world), status: 'active', group: MEMBERS } as const;
  const password = DOCUMENTED_PASSWORD;
  tables.users.put({ account: moveUser(world, user), password, alias: DOCUMENTED_EMAIL });
  tables.users.put({ account: moveUser(world, member), password });
  const expires = formatInstant(at(token.refresh_expires));
  tables.sessions.put({ id: token.refresh_token, user: user.id, expires });
  const pendingExpires = formatInstant(at(EPOCH) + PENDING_MS);
  tables.pending.put({ id: documentedPending(world), user: user.id, expires: pendingExpires });
  for (const file of documentedFiles(world)) tables.files.put(file);
  for (const file of documentedTree(world, SEED_OWNER)) tables.files.put(file);
}

function newestShare(world: World): ShareRow[] {
  return documentedShares(world).slice(-1);
}

/** Makes 250 shares of one file, a minute apart, the last one at the epoch. */
function repeat({ at, random }: World, share: ShareRow): ShareRow[] {
  return Array.from({ length: 250 }, (_, index) => ({
    ...share,
    id: drawId(random),
    created_at: formatInstant(at(EPOCH) - (249 - index) * MINUTE),
  }));
}

/** Moves a share eight days back, with an expiry after a week. */
function expire(share: ShareRow): ShareRow {
  const created = parseInstant(share.created_at) - 8 * DAY;
  return {
    ...share,
    created_at: formatInstant(created),
    expires: formatInstant(created + 7 * DAY),
  };
}

function isLocked({ password, owner }: ShareRow): boolean {
  return password !== undefined && owner !== SEED_OWNER;
}
